package io.stimloop.gateway.tls;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;

/**
 * What the files say, found to belong together.
 *
 * @param authorities certificates that the other side's may come from; not empty
 * @param chain       the own certificate first
 * @param key         of the own certificate
 */
record Credentials(List<X509Certificate> authorities, List<X509Certificate> chain, PrivateKey key) {
    /**
     * Reads and checks them.
     *
     * @throws IOException if one cannot be read, the key is not that of the certificate, or the certificate does
     *                     not hold now or does not come from the authority
     */
    static Credentials read(TlsFiles files, Instant now) throws IOException {
        Credentials read = new Credentials(Pem.certificates(files.authority()),
                Pem.certificates(files.certificate()), Pem.key(files.key()));
        X509Certificate own = read.chain.getFirst();
        Instant from = own.getNotBefore().toInstant();
        Instant to = own.getNotAfter().toInstant();
        if (now.isBefore(from) || now.isAfter(to)) {
            throw fault(files.certificate(), "holds from " + from + " to " + to + " and not now, " + now);
        }
        if (!belongTogether(own.getPublicKey(), read.key)) {
            throw fault(files.key(), "is not the key of the certificate " + files.certificate());
        }
        if (!read.comesFromAuthority()) {
            throw fault(files.certificate(), "was not issued by the authority " + files.authority());
        }
        return read;
    }

    private boolean comesFromAuthority() {
        X509Certificate last = chain.getLast();
        for (int i = 0; i + 1 < chain.size(); i++) {
            if (!issued(chain.get(i + 1), chain.get(i))) {
                return false;
            }
        }
        return authorities.stream().anyMatch(authority -> authority.equals(last) || issued(authority, last));
    }

    private static boolean issued(X509Certificate issuer, X509Certificate certificate) {
        try {
            certificate.verify(issuer.getPublicKey());
            return true;
        } catch (GeneralSecurityException another) {
            return false;
        }
    }

    private static boolean belongTogether(PublicKey certified, PrivateKey key) {
        try {
            Signature signature = Signature.getInstance(switch (key.getAlgorithm()) {
                case "EC" -> "SHA256withECDSA";
                case "RSA" -> "SHA256withRSA";
                default -> key.getAlgorithm();
            });
            byte[] probe = certified.getEncoded();
            signature.initSign(key);
            signature.update(probe);
            byte[] signed = signature.sign();
            signature.initVerify(certified);
            signature.update(probe);
            return signature.verify(signed);
        } catch (GeneralSecurityException anotherKind) {
            return false;
        }
    }

    private static IOException fault(Path file, String description) {
        return new FileSystemException(file.toString(), null, description);
    }
}
