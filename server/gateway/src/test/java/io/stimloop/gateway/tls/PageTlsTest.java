package io.stimloop.gateway.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stimloop.gateway.security.AccessFile;
import io.stimloop.gateway.security.AccessRole;
import io.stimloop.gateway.security.SecretFiles;
import io.stimloop.gateway.security.Tokens;
import io.stimloop.gateway.server.Exposure;
import io.stimloop.gateway.server.PagePlace;
import io.stimloop.gateway.server.ServerOptions;
import io.stimloop.gateway.server.StimloopServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The operator's page of a server with certificates. */
class PageTlsTest {
    private static final InetAddress HERE = InetAddress.getLoopbackAddress();

    @TempDir
    private Path folder;

    /** A browser that knows the lab's authority. */
    private static HttpClient browser(LabFolder lab) throws IOException, GeneralSecurityException {
        KeyStore known = KeyStore.getInstance(KeyStore.getDefaultType());
        known.load(null, null);
        try (InputStream authority = Files.newInputStream(lab.authority())) {
            known.setCertificateEntry("lab",
                    CertificateFactory.getInstance("X.509").generateCertificate(authority));
        }
        TrustManagerFactory trust = TrustManagerFactory
                .getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(known);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return HttpClient.newBuilder().sslContext(context).build();
    }

    private static int status(HttpClient browser, String address, String authorization)
            throws IOException, InterruptedException {
        return browser.send(HttpRequest.newBuilder(URI.create(address)).header("Authorization", authorization)
                .build(), BodyHandlers.ofString()).statusCode();
    }

    @Test
    void itIsServedByTheServersCertificateToABrowserWithoutOneThatShowsAToken()
            throws IOException, InterruptedException, GeneralSecurityException {
        LabFolder lab = new LabFolder(folder.resolve("lab"));
        lab.issue(List.of("localhost", "127.0.0.1"), List.of(), Clock.systemUTC().instant(),
                Duration.ofDays(365));
        String token = Tokens.create();
        SecretFiles.append(lab.access(),
                AccessFile.line("ann", Set.of(AccessRole.VIEWER), Tokens.hashInHex(token),
                        Instant.parse("2100-01-01T00:00:00Z")));
        ServerOptions options = ServerOptions.onPorts(0, 0).recordingIn(folder.resolve("data")).exposedAs(
                new Exposure(HERE, Optional.of(lab.serverFiles()), Optional.of(lab.access())));
        try (StimloopServer server = new StimloopServer(options.showingPageAt(new PagePlace(HERE, 0, false)));
                HttpClient browser = browser(lab)) {
            String page = server.page().orElseThrow();
            assertThat(page).startsWith("https://");
            assertThat(status(browser, page, "none")).isEqualTo(200);
            assertThat(status(browser, page + "api/experiments", "Bearer guess")).isEqualTo(403);
            assertThat(status(browser, page + "api/experiments", "Bearer " + token)).isEqualTo(200);
        }
    }

    @Test
    void itIsShownToOthersOnlyWithTlsAndAnAccessFile() {
        ServerOptions options = ServerOptions.onPorts(0, 0)
                .showingPageAt(new PagePlace(address("0.0.0.0"), 0, false));
        assertThatThrownBy(() -> new StimloopServer(options)).isInstanceOf(IOException.class)
                .hasMessageContaining("--page-bind 0.0.0.0").hasMessageContaining("--tls DIR");
    }

    @Test
    void aPortThatIsTakenIsAnErrorUnlessAnyWillDo() throws IOException {
        try (StimloopServer first = new StimloopServer(
                ServerOptions.onPorts(0, 0).showingPageAt(new PagePlace(HERE, 0, false)))) {
            int taken = URI.create(first.page().orElseThrow()).getPort();
            assertThatThrownBy(() -> new StimloopServer(
                    ServerOptions.onPorts(0, 0).showingPageAt(new PagePlace(HERE, taken, false))))
                    .isInstanceOf(IOException.class).hasMessageContaining("--page-port " + taken)
                    .hasMessageContaining("choose a free port");
            try (StimloopServer second = new StimloopServer(
                    ServerOptions.onPorts(0, 0).showingPageAt(new PagePlace(HERE, taken, true)))) {
                assertThat(URI.create(second.page().orElseThrow()).getPort()).isNotEqualTo(taken);
            }
        }
    }

    private static InetAddress address(String literal) {
        try {
            return InetAddress.getByName(literal);
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
