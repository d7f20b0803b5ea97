package io.stimloop.gateway.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/**
 * Bearer tokens: 256 random bits. A token is not stored; what is stored is its SHA-256, which needs no salt and no
 * slow hash because there is nothing to guess.
 */
public final class Tokens {
    private static final int BYTES = 32;
    private static final String PREFIX = "stimloop-";
    private static final SecureRandom RANDOM = new SecureRandom();

    private Tokens() {}

    /** A new token: letters, digits, minus and underscore. */
    public static String create() {
        byte[] secret = new byte[BYTES];
        RANDOM.nextBytes(secret);
        return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    }

    /** The SHA-256 of a token, 32 bytes. */
    static byte[] hash(String token) {
        return sha256().digest(token.getBytes(StandardCharsets.UTF_8));
    }

    /** The SHA-256 of a token as an access file has it: 64 hexadecimal digits. */
    public static String hashInHex(String token) {
        return HexFormat.of().formatHex(hash(token));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
