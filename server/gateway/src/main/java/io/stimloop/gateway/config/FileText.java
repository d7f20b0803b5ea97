package io.stimloop.gateway.config;

import io.stimloop.control.spec.FieldPath;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * The content of a file that people write.
 *
 * @param needs what such a file needs, in words
 * @param begin how it begins, in words
 */
record FileText(String needs, String begin) {
    private static final int LARGEST_BYTES = 1 << 20;

    /** The bytes of a file, or as many as show that it is too large. */
    static byte[] bytes(Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            return in.readNBytes(LARGEST_BYTES + 1);
        }
    }

    /** Its tree; empty when a fault was reported. */
    Optional<Node> tree(byte[] content, Findings findings) {
        return text(content, findings).flatMap(text -> YamlText.tree(text, begin, findings));
    }

    private Optional<String> text(byte[] content, Findings findings) {
        if (content.length > LARGEST_BYTES) {
            findings.add(Position.START, FieldPath.ROOT, "is larger than 1 MiB: " + needs);
            return Optional.empty();
        }
        CharBuffer text = CharBuffer.allocate(content.length);
        boolean malformed = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content), text, true)
                .isError();
        String decoded = text.flip().toString();
        if (malformed) {
            findings.add(Position.after(decoded), FieldPath.ROOT,
                    "is no UTF-8 text from here on: save it as UTF-8");
            return Optional.empty();
        }
        return Optional.of(decoded);
    }
}
