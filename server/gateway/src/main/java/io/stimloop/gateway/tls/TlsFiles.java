package io.stimloop.gateway.tls;

import java.nio.file.Path;

/**
 * What one side of TLS needs to know.
 *
 * @param authority   certificate of the authority that the other side's certificate must come from
 * @param certificate its own, followed by those between it and the authority, if any
 * @param key         of its own certificate; nobody but its owner may read it
 */
public record TlsFiles(Path authority, Path certificate, Path key) {}
