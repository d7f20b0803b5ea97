package io.stimloop.gateway.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.grpc.ManagedChannel;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.stimloop.gateway.security.AccessFile;
import io.stimloop.gateway.security.AccessRole;
import io.stimloop.gateway.security.SecretFiles;
import io.stimloop.gateway.server.Exposure;
import io.stimloop.gateway.server.ServerOptions;
import io.stimloop.gateway.server.StimloopServer;
import io.stimloop.rig.client.RigChannels;
import io.stimloop.rig.client.RigCredentials;
import io.stimloop.v1.ExperimentServiceGrpc;
import io.stimloop.v1.ListExperimentsRequest;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server by TLS, with the certificates that {@code stimloop certs} makes. */
class TlsOverTheWireTest {
    private static final Duration YEAR = Duration.ofDays(365);
    private static final long SECONDS = 30;

    @TempDir
    private Path folder;

    private LabFolder lab;
    private StimloopServer server;

    @BeforeEach
    void start() throws IOException {
        lab = lab("lab");
        startServer();
    }

    private void startServer() throws IOException {
        server = new StimloopServer(ServerOptions.onPorts(0, 0).recordingIn(folder.resolve("data"))
                .exposedAs(new Exposure(InetAddress.getLoopbackAddress(), Optional.of(lab.serverFiles()),
                        Optional.of(lab.access()))));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private LabFolder lab(String name) throws IOException {
        LabFolder made = new LabFolder(folder.resolve(name));
        made.issue(List.of("localhost", "127.0.0.1"),
                List.of(new LabFolder.Client("ann", Set.of(AccessRole.VIEWER))),
                Clock.systemUTC().instant(), YEAR);
        return made;
    }

    private Status list(RigCredentials credentials) throws IOException {
        ManagedChannel channel = RigChannels.with(credentials, "localhost", server.port());
        try {
            var _ = ExperimentServiceGrpc.newBlockingStub(channel)
                    .withDeadlineAfter(SECONDS, TimeUnit.SECONDS)
                    .listExperiments(ListExperimentsRequest.getDefaultInstance());
            return Status.OK;
        } catch (StatusRuntimeException refused) {
            return refused.getStatus();
        } finally {
            channel.shutdownNow();
        }
    }

    private static RigCredentials credentials(LabFolder trusted, LabFolder own, String identity) {
        return new RigCredentials(Optional.of(new RigCredentials.Files(trusted.authority(),
                own.client(identity), own.clientKey(identity))), Optional.empty());
    }

    @Test
    void aClientOfTheLabComesInAndDoesWhatItsRolesAllow() throws IOException {
        assertThat(list(credentials(lab, lab, "ann")).getCode()).isEqualTo(Status.Code.OK);
    }

    @Test
    void aCertificateThatTheAccessFileDoesNotNameGivesNothing() throws IOException {
        lab.issue(List.of(), List.of(new LabFolder.Client("bob", Set.of(AccessRole.VIEWER))),
                Clock.systemUTC().instant(), YEAR);
        Files.writeString(lab.access(), AccessFile.line("ann", Set.of(AccessRole.VIEWER)));
        server.close();
        startServer();

        assertThat(list(credentials(lab, lab, "bob")).getCode()).isEqualTo(Status.Code.PERMISSION_DENIED);
        assertThat(list(credentials(lab, lab, "ann")).getCode()).isEqualTo(Status.Code.OK);
    }

    @Test
    void strangersDoNotComeAsFarAsHttp() throws IOException {
        LabFolder other = lab("other");

        assertThat(list(credentials(lab, other, "ann")).getCode()).as("another lab's certificate")
                .isEqualTo(Status.Code.UNAVAILABLE);
        assertThat(list(credentials(other, lab, "ann")).getCode()).as("this server is not that lab's")
                .isEqualTo(Status.Code.UNAVAILABLE);
        assertThat(list(new RigCredentials(Optional.empty(), Optional.of("a token"))).getCode())
                .as("plain text").isEqualTo(Status.Code.UNAVAILABLE);
    }

    @Test
    void onlyTls13IsSpoken() {
        assertThatThrownBy(() -> serial("TLSv1.2")).isInstanceOf(SSLException.class);
    }

    /** The serial number of the certificate that a new connection is shown. */
    private BigInteger serial(String version) throws IOException, GeneralSecurityException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        keys.load(null, null);
        keys.setCertificateEntry("ca", Pem.certificates(lab.authority()).getFirst());
        keys.setKeyEntry("ann", Pem.key(lab.clientKey("ann")), new char[0],
                Pem.certificates(lab.client("ann")).toArray(new X509Certificate[0]));
        KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(keys, new char[0]);
        TrustManagerFactory trust = TrustManagerFactory
                .getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(keys);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(own.getKeyManagers(), trust.getTrustManagers(), null);
        try (SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket("localhost",
                server.port())) {
            socket.setEnabledProtocols(new String[]{version});
            socket.startHandshake();
            return ((X509Certificate) socket.getSession().getPeerCertificates()[0]).getSerialNumber();
        }
    }

    private void replace(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Three times: a good pair is taken up, a certificate with another's key is not, and calls go on. */
    @Test
    void certificatesAreExchangedWithoutARestartAndABadOneKeepsTheOld() throws Exception {
        ManagedChannel open = RigChannels.with(credentials(lab, lab, "ann"), "localhost", server.port());
        BigInteger shown = serial("TLSv1.3");
        for (int round = 0; round < 3; round++) {
            LabFolder fresh = new LabFolder(folder.resolve("fresh" + round));
            Files.createDirectories(fresh.folder());
            for (Path file : List.of(lab.authority(), lab.folder().resolve("ca.key"))) {
                Files.copy(file, fresh.folder().resolve(file.getFileName()),
                        StandardCopyOption.COPY_ATTRIBUTES);
            }
            fresh.issue(List.of("localhost"), List.of(), Clock.systemUTC().instant(), YEAR);
            BigInteger next = Pem.certificates(fresh.server()).getFirst().getSerialNumber();

            replace(fresh.server(), lab.server());
            Thread.sleep(round == 0 ? 1_500 : 0);
            assertThat(round > 0 ? shown : serial("TLSv1.3")).as("its key is still that of the old one")
                    .isEqualTo(shown);
            replace(fresh.serverKey(), lab.serverKey());
            await(next);
            shown = next;
            var _ = ExperimentServiceGrpc.newBlockingStub(open)
                    .listExperiments(ListExperimentsRequest.getDefaultInstance());
        }
        open.shutdownNow();
    }

    private void await(BigInteger serial) throws Exception {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        while (!serial("TLSv1.3").equals(serial) && System.nanoTime() < until) {
            Thread.sleep(50);
        }
        assertThat(serial("TLSv1.3")).isEqualTo(serial);
    }

    @Test
    void whatWouldLetStrangersInDoesNotStart() throws IOException {
        InetAddress everywhere = InetAddress.getByName("0.0.0.0");
        assertStartFails(new Exposure(everywhere, Optional.empty(), Optional.empty()),
                "--bind 0.0.0.0: others can reach this address, so it needs TLS");
        assertStartFails(new Exposure(everywhere, Optional.of(lab.serverFiles()), Optional.empty()),
                "--access: is missing");
    }

    private static void assertStartFails(Exposure exposure, String message) {
        ServerOptions options = ServerOptions.onPorts(0, 0).exposedAs(exposure);
        assertThatThrownBy(() -> {
            try (StimloopServer wrong = new StimloopServer(options)) {
                assertThat(wrong.port()).isZero();
            }
        }).isInstanceOf(IOException.class).hasMessageContaining(message);
    }

    @Test
    void filesThatDoNotGoTogetherDoNotStart() throws IOException {
        LabFolder other = lab("other");
        assertWrong(new TlsFiles(lab.authority(), lab.server(), other.serverKey()),
                "is not the key of the certificate");
        assertWrong(new TlsFiles(other.authority(), lab.server(), lab.serverKey()),
                "was not issued by the authority");
        assertWrong(new TlsFiles(lab.authority(), lab.serverKey(), lab.serverKey()), "holds no certificate");
        assertWrong(new TlsFiles(lab.authority(), lab.server(), lab.server()), "holds no private key");

        LabFolder old = new LabFolder(folder.resolve("old"));
        old.issue(List.of("localhost"), List.of(), Clock.systemUTC().instant().minus(YEAR).minusSeconds(60),
                YEAR);
        assertWrong(old.serverFiles(), "and not now");
    }

    private static void assertWrong(TlsFiles files, String message) {
        assertThatThrownBy(() -> new ServerTls(files, Clock.systemUTC())).isInstanceOf(IOException.class)
                .hasMessageContaining(message);
    }

    @Test
    void nothingIsWrittenOverAndKeysAreTheirOwnersOnly() throws IOException {
        assertThatThrownBy(
                () -> lab.issue(List.of("localhost"), List.of(), Clock.systemUTC().instant(), YEAR))
                .isInstanceOf(IOException.class).hasMessageContaining("server.crt")
                .hasMessageContaining("move it away");
        for (Path key : List.of(lab.serverKey(), lab.clientKey("ann"), lab.folder().resolve("ca.key"))) {
            assertThat(SecretFiles.read(key)).startsWith("-----BEGIN PRIVATE KEY-----");
        }
    }
}
