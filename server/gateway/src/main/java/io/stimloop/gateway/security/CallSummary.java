package io.stimloop.gateway.security;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the audit trail keeps of a call's messages: the experiment that they name, plain fields as they are, and of
 * whole messages within them, such as a spec, the SHA-256 of their bytes. Thread safe.
 */
final class CallSummary {
    private static final String EXPERIMENT = "experiment_id";
    private static final int LONGEST = 400;

    private final StringBuilder detail = new StringBuilder();
    private String experiment = "";

    /** A request, or a part of one. */
    synchronized void request(@Nullable Object request) {
        if (request instanceof Message message) {
            message.getAllFields().forEach(this::field);
        }
    }

    /** An answer; only the experiment it names matters. */
    synchronized void answer(@Nullable Object answer) {
        if (experiment.isEmpty() && answer instanceof Message message) {
            for (Map.Entry<FieldDescriptor, Object> field : message.getAllFields().entrySet()) {
                if (field.getKey().getName().equals(EXPERIMENT)) {
                    experiment = String.valueOf(field.getValue());
                }
            }
        }
    }

    private void field(FieldDescriptor field, Object value) {
        if (field.getName().equals(EXPERIMENT)) {
            experiment = String.valueOf(value);
        } else if (detail.length() < LONGEST) {
            detail.append(detail.isEmpty() ? "" : " ").append(field.getName()).append('=')
                    .append(value instanceof Message part ? sha256(part) : String.valueOf(value));
        }
    }

    private static String sha256(Message message) {
        try {
            return "sha256:" + HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(message.toByteArray()));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }

    synchronized String experiment() {
        return experiment;
    }

    synchronized String detail() {
        return detail.toString();
    }
}
