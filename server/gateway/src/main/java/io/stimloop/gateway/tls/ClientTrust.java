package io.stimloop.gateway.tls;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.stream.Stream;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/** Trusts what the lab's authority issued, and one certificate more: that of the server itself. */
final class ClientTrust extends X509ExtendedTrustManager {
    private final X509ExtendedTrustManager lab;
    private final X509Certificate own;

    ClientTrust(X509ExtendedTrustManager lab, X509Certificate own) {
        this.lab = lab;
        this.own = own;
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
            throws CertificateException {
        if (!own.equals(chain[0])) {
            lab.checkClientTrusted(chain, type, engine);
        }
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
            throws CertificateException {
        if (!own.equals(chain[0])) {
            lab.checkClientTrusted(chain, type, socket);
        }
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
        if (!own.equals(chain[0])) {
            lab.checkClientTrusted(chain, type);
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
            throws CertificateException {
        lab.checkServerTrusted(chain, type, engine);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket)
            throws CertificateException {
        lab.checkServerTrusted(chain, type, socket);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
        lab.checkServerTrusted(chain, type);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        // The own certificate is named too, or its holder would not offer it.
        return Stream.concat(Stream.of(lab.getAcceptedIssuers()), Stream.of(own))
                .toArray(X509Certificate[]::new);
    }
}
