package io.stimloop.rig.client;

import java.nio.file.Path;
import java.util.Optional;

/**
 * By which a program shows a server who it is.
 *
 * @param files certificates and key for TLS; empty: no encryption, for a server on the same machine
 * @param token a bearer token; empty: none, the certificate says who it is
 */
public record RigCredentials(Optional<Files> files, Optional<String> token) {
    /**
     * Files in PEM form.
     *
     * @param authority   certificate of the lab's authority, from which the server's must come
     * @param certificate the program's own
     * @param key         of that certificate; PKCS #8, not encrypted
     */
    public record Files(Path authority, Path certificate, Path key) {}

    /** Without the token: this text may end up in a log. */
    @Override
    public String toString() {
        return "RigCredentials[files=" + files + ", token=" + (token.isPresent() ? "(not shown)" : "none")
                + "]";
    }
}
