package io.stimloop.gateway.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;

/**
 * One line of an audit trail, without its newline: a JSON object that ends with the hash of the line before it
 * ({@code prev}) and its own ({@code hash}, SHA-256 of everything before it in the line).
 *
 * @param number counts from 1
 * @param prev   64 hexadecimal digits; of the first line, zeros
 * @param hash   64 hexadecimal digits
 * @param text   the whole line
 */
record AuditLine(long number, String prev, String hash, String text) {
    /** What the first line of a file carries in place of the hash of a line before. */
    static final String NO_LINE = "0".repeat(64);

    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern FORM = Pattern.compile(
            "(\\{\"n\":([1-9][0-9]{0,17}),.*,\"prev\":\"([0-9a-f]{64})\"),\"hash\":\"([0-9a-f]{64})\"\\}");
    private static final int LONGEST_FIELD = 512;

    /** The line of an event; {@code dropped} refused attempts before it were not kept. */
    static AuditLine of(long number, String prev, Instant time, AuditEvent event, long dropped) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("n", number);
        fields.put("time", time.toString());
        fields.put("action", shortened(event.action()));
        fields.put("identity", shortened(event.identity()));
        fields.put("peer", shortened(event.peer()));
        fields.put("experiment", shortened(event.experiment()));
        fields.put("outcome", shortened(event.outcome()));
        fields.put("detail", shortened(event.detail()));
        if (dropped > 0) {
            fields.put("dropped", dropped);
        }
        fields.put("prev", prev);
        String json = JSON.writeValueAsString(fields);
        String body = json.substring(0, json.length() - 1);
        String hash = sha256(body);
        return new AuditLine(number, prev, hash, body + ",\"hash\":\"" + hash + "\"}");
    }

    /**
     * Reads a line.
     *
     * @throws IllegalArgumentException if it is no such line, or its hash is not that of its text
     */
    static AuditLine read(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException("is no line of an audit trail");
        }
        if (!sha256(form.group(1)).equals(form.group(4))) {
            throw new IllegalArgumentException("was changed: its hash is not that of its text");
        }
        return new AuditLine(Long.parseLong(form.group(2)), form.group(3), form.group(4), text);
    }

    private static String shortened(String value) {
        return value.length() <= LONGEST_FIELD ? value : value.substring(0, LONGEST_FIELD) + "...";
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256")
                    .digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
