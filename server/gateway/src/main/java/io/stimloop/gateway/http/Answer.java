package io.stimloop.gateway.http;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * An answer.
 *
 * @param status  of HTTP
 * @param type    of the content
 * @param body    not modified after
 * @param headers beside those that every answer has
 */
public record Answer(int status, String type, byte[] body, Map<String, String> headers) {
    /** A line of plain text. */
    public static Answer text(int status, String text) {
        return new Answer(status, "text/plain; charset=utf-8",
                (text + "\n").getBytes(StandardCharsets.UTF_8), Map.of());
    }

    /** A JSON text that nobody keeps. */
    public static Answer json(int status, byte[] text) {
        return new Answer(status, "application/json; charset=utf-8", text,
                Map.of("Cache-Control", "no-store"));
    }
}
