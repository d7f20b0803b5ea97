package io.stimloop.control.spec;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedOutputStream;
import io.stimloop.control.safety.Limits;
import io.stimloop.v1.LimitsInForce;
import io.stimloop.v1.SafetyLimits;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The limits of a server, whatever the experiment; checked.
 *
 * @param original as the operator wrote them
 * @param limits   in the terms of the safety envelope
 * @param missing  what a limit is that is not said: 0, or infinite where nothing is driven
 */
public record OperatorLimits(SafetyLimits original, Limits limits, double missing) {
    /** Where nothing is driven, as in a study. */
    public static final OperatorLimits NOTHING_DRIVEN = new OperatorLimits(SafetyLimits.getDefaultInstance(),
            Limits.UNLIMITED, Double.POSITIVE_INFINITY);

    /** SHA-256 of the content, whatever the layout of the file: of its deterministic serialisation. */
    public ByteString sha256() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            CodedOutputStream out = CodedOutputStream.newInstance(bytes);
            out.useDeterministicSerialization();
            original.writeTo(out);
            out.flush();
            return ByteString.copyFrom(MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray()));
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    /** As an experiment tells of them. */
    LimitsInForce inForce() {
        return LimitsInForce.newBuilder().setVersion(original.getVersion()).setAuthor(original.getAuthor())
                .setDate(original.getDate()).setSha256(sha256()).setLimits(original).build();
    }

    /** Whose limits they are, in words. */
    String owner() {
        return original.getVersion() == 0
                ? "the server's limits"
                : "the limits file, version " + Integer.toUnsignedLong(original.getVersion()) + " by "
                        + Wording.plain(original.getAuthor());
    }
}
