package io.stimloop.gateway.tls;

import io.grpc.netty.GrpcSslContexts;
import io.grpc.util.AdvancedTlsX509KeyManager;
import io.grpc.util.AdvancedTlsX509TrustManager;
import io.netty.handler.ssl.ClientAuth;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import io.stimloop.gateway.security.Reloaded;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/**
 * TLS 1.3 for a server that lets nobody in without a certificate of the lab's authority. Certificates that are
 * exchanged on disk are taken up by {@link #look}: connections that are open stay open, new ones get the new
 * certificate. Wrong ones are reported and not taken up.
 */
public final class ServerTls {
    private static final String VERSION = "TLSv1.3";
    private static final Duration OWN_CERTIFICATE_LASTS = Duration.ofDays(36_500);

    private final AdvancedTlsX509KeyManager identity = new AdvancedTlsX509KeyManager();
    private final AdvancedTlsX509TrustManager clients;
    private final Issued ownClient;
    private final Reloaded<Credentials> files;
    private final SslContext context;
    private volatile Instant expires = Instant.MAX;

    /**
     * Reads the files.
     *
     * @throws IOException if one cannot be read or is wrong; the message names it and what is wrong
     */
    public ServerTls(TlsFiles files, InstantSource clock) throws IOException {
        try {
            // Clients have no host name to be verified.
            clients = AdvancedTlsX509TrustManager.newBuilder()
                    .setVerification(
                            AdvancedTlsX509TrustManager.Verification.CERTIFICATE_ONLY_VERIFICATION)
                    .build();
            this.files = new Reloaded<>(List.of(files.authority(), files.certificate(), files.key()),
                    () -> Credentials.read(files, clock.instant()), this::adopt);
            ownClient = LabAuthority.create("the server itself", clock.instant(), OWN_CERTIFICATE_LASTS)
                    .own();
            context = GrpcSslContexts
                    .configure(SslContextBuilder.forServer(identity), SslProvider.JDK)
                    .trustManager(new ClientTrust(clients, ownClient.certificate()))
                    .clientAuth(ClientAuth.REQUIRE).protocols(VERSION).build();
        } catch (GeneralSecurityException impossible) {
            throw new IOException("TLS cannot be set up: " + impossible.getMessage(), impossible);
        }
    }

    private void adopt(Credentials read) {
        try {
            clients.updateTrustCredentials(read.authorities().toArray(new X509Certificate[0]));
            identity.updateIdentityCredentials(read.chain().toArray(new X509Certificate[0]), read.key());
            expires = read.chain().getFirst().getNotAfter().toInstant();
        } catch (GeneralSecurityException | IOException impossible) {
            throw new IllegalStateException("certificates that were read could not be used", impossible);
        }
    }

    /** For the server's listener. */
    public SslContext context() {
        return context;
    }

    /**
     * For the page's listener: the same certificate, and none asked of a browser, whose user shows a token.
     *
     * @throws IOException if it cannot be set up
     */
    public SslContext pageContext() throws IOException {
        return SslContextBuilder.forServer(identity).sslProvider(SslProvider.JDK).protocols(VERSION).build();
    }

    /** When the certificate in use ends. */
    public Instant expires() {
        return expires;
    }

    /** Changes on disk that were wrong and not taken up. */
    public long failures() {
        return files.failures();
    }

    /** Takes up certificates that have changed on disk; to be called every second or so, from one thread. */
    public void look() {
        files.look();
    }

    /**
     * For the server's own connections to itself: by a certificate that was made at its start, is written nowhere
     * and grants nothing but the connection.
     *
     * @throws IOException if it cannot be set up
     */
    public SslContext ownContext() throws IOException {
        return GrpcSslContexts.configure(SslContextBuilder.forClient(), SslProvider.JDK)
                .keyManager(ownClient.key(), ownClient.certificate()).trustManager(clients).protocols(VERSION)
                .build();
    }
}
