package io.stimloop.gateway.tls;

import io.stimloop.gateway.security.CertificateIdentity;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Who a client's certificate file says it is. */
public final class ClientIdentity {
    private ClientIdentity() {}

    /**
     * The identity of the first certificate of a file; empty: it names none.
     *
     * @throws IOException if the file cannot be read or holds no certificate
     */
    public static Optional<String> of(Path certificate) throws IOException {
        return CertificateIdentity.of(Pem.certificates(certificate).getFirst());
    }
}
