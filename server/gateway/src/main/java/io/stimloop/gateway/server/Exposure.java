package io.stimloop.gateway.server;

import io.stimloop.gateway.tls.TlsFiles;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Who can reach a server, and who may do what there.
 *
 * @param bind   the address to listen on
 * @param tls    certificates and key; empty: no encryption
 * @param access the access file; empty: everyone who can reach the server may do everything
 */
public record Exposure(InetAddress bind, Optional<TlsFiles> tls, Optional<Path> access) {
    /** Whoever can log in on the machine. */
    public static final Exposure LOOPBACK = new Exposure(InetAddress.getLoopbackAddress(), Optional.empty(),
            Optional.empty());

    /**
     * Refuses what would let in someone who does not belong.
     *
     * @param dataFolder where an audit trail can be kept
     * @throws IOException if it would, saying what would be right
     */
    void require(Optional<Path> dataFolder) throws IOException {
        if (!bind.isLoopbackAddress() && tls.isEmpty()) {
            throw new IOException("--bind " + bind.getHostAddress()
                    + ": others can reach this address, so it needs TLS with client certificates: --tls DIR, of"
                    + " stimloop certs --out DIR; or leave --bind out to listen on the loopback address only");
        }
        if (tls.isPresent() && access.isEmpty()) {
            throw new IOException("--access: is missing; with TLS it says who may do what, and nobody may do"
                    + " anything without it. stimloop certs writes one");
        }
        if (access.isPresent() && dataFolder.isEmpty()) {
            throw new IOException("--data: is missing; with --access it is where the audit trail is kept");
        }
    }
}
