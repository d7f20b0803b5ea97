package io.stimloop.gateway.cli;

import io.stimloop.gateway.security.SecretFiles;
import io.stimloop.gateway.tls.ClientIdentity;
import io.stimloop.rig.client.RigCredentials;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How a command shows a server who it is. */
final class ConnectionOptions {
    @Option(names = "--tls-ca", paramLabel = "FILE", description = "Certificate of the authority that the server's comes from; with it the connection is by TLS.")
    private @Nullable Path authority;

    @Option(names = "--tls-cert", paramLabel = "FILE", description = "This program's own certificate.")
    private @Nullable Path certificate;

    @Option(names = "--tls-key", paramLabel = "FILE", description = "The key of that certificate.")
    private @Nullable Path key;

    @Option(names = "--token-file", paramLabel = "FILE", description = "A file with the token to show, of stimloop token new.")
    private @Nullable Path token;

    @Option(names = "--rig-id", paramLabel = "NAME", description = "The name to join under (default: that of the certificate, or neuron-rig).")
    private @Nullable String rigId;

    /**
     * The connection that the options ask for.
     *
     * @throws CommandFailure if a file is missing or wrong
     */
    ServerConnection to(ServerAddress address) {
        ServerConnection plain = ServerConnection.plaintext(address);
        try {
            Optional<RigCredentials> credentials = credentials();
            String name = rigId != null ? rigId : plain.rigId();
            if (rigId == null && certificate != null) {
                name = ClientIdentity.of(certificate).orElse(name);
            }
            return new ServerConnection(address, credentials, name);
        } catch (IOException failure) {
            throw CommandFailure.environment(String.valueOf(failure.getMessage()), failure);
        }
    }

    private Optional<RigCredentials> credentials() throws IOException {
        boolean any = authority != null || certificate != null || key != null;
        if (any && (authority == null || certificate == null || key == null)) {
            throw new IOException("--tls-ca, --tls-cert and --tls-key go together");
        }
        Optional<String> shown = token == null
                ? Optional.empty()
                : Optional.of(SecretFiles.read(token).strip());
        if (authority != null && certificate != null && key != null) {
            return Optional.of(new RigCredentials(
                    Optional.of(new RigCredentials.Files(authority, certificate, key)), shown));
        }
        return shown.map(text -> new RigCredentials(Optional.empty(), Optional.of(text)));
    }
}
