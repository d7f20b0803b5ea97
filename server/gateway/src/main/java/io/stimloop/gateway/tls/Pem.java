package io.stimloop.gateway.tls;

import io.stimloop.gateway.security.SecretFiles;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Certificates and keys as text (RFC 7468). */
final class Pem {
    private static final Pattern KEY = Pattern.compile(
            "-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----");
    private static final Base64.Encoder LINES = Base64.getMimeEncoder(64,
            "\n".getBytes(StandardCharsets.US_ASCII));

    private Pem() {}

    static String certificate(X509Certificate certificate) {
        try {
            return text("CERTIFICATE", certificate.getEncoded());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("a certificate could not be encoded", impossible);
        }
    }

    static String key(PrivateKey key) {
        return text("PRIVATE KEY", key.getEncoded());
    }

    private static String text(String what, byte[] der) {
        return "-----BEGIN " + what + "-----\n" + LINES.encodeToString(der) + "\n-----END " + what
                + "-----\n";
    }

    /**
     * The certificates of a file, in their order; at least one.
     *
     * @throws IOException if it cannot be read or holds none
     */
    static List<X509Certificate> certificates(Path file) throws IOException {
        byte[] text = SecretFiles.readPublic(file).getBytes(StandardCharsets.UTF_8);
        try {
            List<X509Certificate> found = CertificateFactory.getInstance("X.509")
                    .generateCertificates(new ByteArrayInputStream(text)).stream()
                    .map(X509Certificate.class::cast).toList();
            if (found.isEmpty()) {
                throw new FileSystemException(file.toString(), null, "holds no certificate");
            }
            return found;
        } catch (GeneralSecurityException malformed) {
            throw new FileSystemException(file.toString(), null,
                    "holds no certificate in PEM form: " + malformed.getMessage());
        }
    }

    /**
     * The key of a file that only its owner may read and write: PKCS #8, not encrypted, EC or RSA.
     *
     * @throws IOException if it cannot be read, others can read it, or it holds none
     */
    static PrivateKey key(Path file) throws IOException {
        Matcher found = KEY.matcher(SecretFiles.read(file));
        if (found.find()) {
            byte[] der = Base64.getMimeDecoder().decode(found.group(1));
            for (String algorithm : List.of("EC", "RSA", "Ed25519")) {
                Optional<PrivateKey> key = key(algorithm, der);
                if (key.isPresent()) {
                    return key.get();
                }
            }
        }
        throw new FileSystemException(file.toString(), null,
                "holds no private key in PEM form (PKCS #8, not encrypted)");
    }

    private static Optional<PrivateKey> key(String algorithm, byte[] der) {
        try {
            return Optional
                    .of(KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(der)));
        } catch (GeneralSecurityException anotherKind) {
            return Optional.empty();
        }
    }
}
