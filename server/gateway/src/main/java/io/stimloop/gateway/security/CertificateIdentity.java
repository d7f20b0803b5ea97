package io.stimloop.gateway.security;

import io.stimloop.control.spec.Names;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import org.jspecify.annotations.Nullable;

/**
 * Who a certificate says its holder is: the one URI {@code stimloop://lab/NAME} among its subject alternative
 * names (RFC 5280, 4.2.1.6). A common name says nothing.
 */
public final class CertificateIdentity {
    /** What an identity's URI begins with. */
    public static final String PREFIX = "stimloop://lab/";

    private static final int URI = 6;

    private CertificateIdentity() {}

    /** The identity of the other side, whose certificate was verified in the handshake; empty: none. */
    static Optional<String> of(SSLSession session) {
        try {
            return session.getPeerCertificates()[0] instanceof X509Certificate certificate
                    ? of(certificate)
                    : Optional.empty();
        } catch (SSLPeerUnverifiedException nobody) {
            return Optional.empty();
        }
    }

    /** The identity of a certificate; empty when there is none, or more than one. */
    public static Optional<String> of(X509Certificate certificate) {
        try {
            Collection<List<?>> names = certificate.getSubjectAlternativeNames();
            return names == null ? Optional.empty() : only(names);
        } catch (CertificateParsingException malformed) {
            return Optional.empty();
        }
    }

    private static Optional<String> only(Collection<List<?>> names) {
        @Nullable
        String found = null;
        for (List<?> name : names) {
            if (Integer.valueOf(URI).equals(name.get(0)) && name.get(1) instanceof String uri
                    && uri.startsWith(PREFIX)) {
                if (found != null) {
                    return Optional.empty();
                }
                found = uri.substring(PREFIX.length());
            }
        }
        return found != null && Names.isValid(found) ? Optional.of(found) : Optional.empty();
    }
}
