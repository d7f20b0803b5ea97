package io.stimloop.gateway.tls;

import io.stimloop.gateway.security.CertificateIdentity;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * A lab's private certificate authority: nobody else trusts it, and the lab's servers trust nobody else. Keys are
 * on the curve P-256, which every TLS library takes; certificates are those of RFC 5280.
 */
final class LabAuthority {
    private static final String SIGNATURE = "SHA256withECDSA";
    private static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(5);
    private static final int SERIAL_BITS = 127;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Issued own;

    private LabAuthority(Issued own) {
        this.own = own;
    }

    /** A new authority, with a new key. */
    static LabAuthority create(String name, Instant now, Duration validFor) {
        KeyPair keys = keys();
        X500Name subject = name(name);
        X509v3CertificateBuilder certificate = builder(subject, subject, keys, now, validFor);
        try {
            certificate.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
            certificate.addExtension(Extension.keyUsage, true,
                    new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
            certificate.addExtension(Extension.subjectKeyIdentifier, false,
                    new JcaX509ExtensionUtils().createSubjectKeyIdentifier(keys.getPublic()));
        } catch (IOException | GeneralSecurityException impossible) {
            throw new IllegalStateException("an extension could not be encoded", impossible);
        }
        return new LabAuthority(new Issued(signed(certificate, keys), keys.getPrivate()));
    }

    /** The authority that was made before. */
    static LabAuthority of(Issued own) {
        return new LabAuthority(own);
    }

    Issued own() {
        return own;
    }

    /**
     * Issues a server's certificate.
     *
     * @param hosts names or addresses under which clients reach it; not empty
     */
    Issued server(List<String> hosts, Instant now, Duration validFor) {
        GeneralName[] names = hosts.stream().map(LabAuthority::host).toArray(GeneralName[]::new);
        return issue(hosts.getFirst(), new GeneralNames(names), KeyPurposeId.id_kp_serverAuth, now, validFor);
    }

    /** Issues the certificate by which a client shows that it is this identity. */
    Issued client(String identity, Instant now, Duration validFor) {
        GeneralName uri = new GeneralName(GeneralName.uniformResourceIdentifier,
                CertificateIdentity.PREFIX + identity);
        return issue(identity, new GeneralNames(uri), KeyPurposeId.id_kp_clientAuth, now, validFor);
    }

    private static GeneralName host(String host) {
        boolean address = host.indexOf(':') >= 0 || host.matches("[0-9.]+");
        return new GeneralName(address ? GeneralName.iPAddress : GeneralName.dNSName, host);
    }

    private Issued issue(String name, GeneralNames names, KeyPurposeId purpose, Instant now,
            Duration validFor) {
        KeyPair keys = keys();
        X500Name issuer = new X500Name(own.certificate().getSubjectX500Principal().getName());
        X509v3CertificateBuilder certificate = builder(issuer, name(name), keys, now, validFor);
        try {
            certificate.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
            certificate.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
            certificate.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(purpose));
            certificate.addExtension(Extension.subjectAlternativeName, false, names);
            certificate.addExtension(Extension.authorityKeyIdentifier, false,
                    new JcaX509ExtensionUtils().createAuthorityKeyIdentifier(own.certificate()));
        } catch (IOException | GeneralSecurityException impossible) {
            throw new IllegalStateException("an extension could not be encoded", impossible);
        }
        return new Issued(signed(certificate, new KeyPair(own.certificate().getPublicKey(), own.key())),
                keys.getPrivate());
    }

    private static X509v3CertificateBuilder builder(X500Name issuer, X500Name subject, KeyPair keys,
            Instant now, Duration validFor) {
        return new JcaX509v3CertificateBuilder(issuer,
                new BigInteger(SERIAL_BITS, RANDOM).add(BigInteger.ONE),
                Date.from(now.minus(CLOCK_TOLERANCE)), Date.from(now.plus(validFor)), subject,
                keys.getPublic());
    }

    private static X500Name name(String commonName) {
        return new X500NameBuilder(BCStyle.INSTANCE).addRDN(BCStyle.CN, commonName).build();
    }

    private static KeyPair keys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"), RANDOM);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK has the curve P-256", impossible);
        }
    }

    private static X509Certificate signed(X509v3CertificateBuilder certificate, KeyPair by) {
        try {
            return new JcaX509CertificateConverter().getCertificate(
                    certificate.build(new JcaContentSignerBuilder(SIGNATURE).build(by.getPrivate())));
        } catch (OperatorCreationException | GeneralSecurityException impossible) {
            throw new IllegalStateException("a certificate could not be signed", impossible);
        }
    }
}
