package io.stimloop.gateway.cli;

import io.stimloop.gateway.server.Exposure;
import io.stimloop.gateway.tls.LabFolder;
import io.stimloop.gateway.tls.TlsFiles;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Who can reach a server, and who may do what. */
final class ExposureOptions {
    @Option(names = "--bind", paramLabel = "ADDRESS", description = "Address to listen on (default: the loopback address). Any other needs --tls.")
    private @Nullable InetAddress bind;

    @Option(names = "--tls", paramLabel = "DIR", description = "A folder of stimloop certs: listen by TLS 1.3, take only clients with its certificates, and grant what its"
            + " access.yaml says. Exchanged files are taken up at once.")
    private @Nullable Path folder;

    @Option(names = "--tls-cert", paramLabel = "FILE", description = "The server's certificate, in place of --tls.")
    private @Nullable Path certificate;

    @Option(names = "--tls-key", paramLabel = "FILE", description = "Its key.")
    private @Nullable Path key;

    @Option(names = "--tls-ca", paramLabel = "FILE", description = "Certificate of the authority that clients' certificates come from.")
    private @Nullable Path authority;

    @Option(names = "--access", paramLabel = "FILE", description = "Who may do what: a list of identities and tokens with their roles. Without it everyone who can reach the"
            + " server may do everything.")
    private @Nullable Path access;

    /**
     * What the options say.
     *
     * @throws IOException if they do not go together
     */
    Exposure exposure() throws IOException {
        return new Exposure(bind == null ? InetAddress.getLoopbackAddress() : bind, tls(), access());
    }

    private Optional<TlsFiles> tls() throws IOException {
        boolean any = certificate != null || key != null || authority != null;
        if (folder != null) {
            if (any) {
                throw new IOException("--tls stands for --tls-cert, --tls-key and --tls-ca; give it or them");
            }
            return Optional.of(new LabFolder(folder).serverFiles());
        }
        if (certificate != null && key != null && authority != null) {
            return Optional.of(new TlsFiles(authority, certificate, key));
        }
        if (any) {
            throw new IOException("--tls-cert, --tls-key and --tls-ca go together");
        }
        return Optional.empty();
    }

    private Optional<Path> access() {
        if (access != null || folder == null) {
            return Optional.ofNullable(access);
        }
        return Optional.of(new LabFolder(folder).access()).filter(Files::exists);
    }
}
