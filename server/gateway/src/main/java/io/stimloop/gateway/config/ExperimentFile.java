package io.stimloop.gateway.config;

import io.stimloop.control.spec.FieldPath;
import io.stimloop.control.spec.Resolution;
import io.stimloop.control.spec.ResolvedSpec;
import io.stimloop.control.spec.SpecResolver;
import io.stimloop.v1.ExperimentSpec;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads experiment files: the JSON mapping of {@link ExperimentSpec} written as YAML 1.2. */
public final class ExperimentFile {
    private static final int LARGEST_BYTES = 1 << 20;

    private ExperimentFile() {}

    /** What came of reading a file. */
    public sealed interface Reading {}

    /** The file is right; the spec as it would be sent is {@code spec.original()}. */
    public record Accepted(ResolvedSpec spec) implements Reading {}

    /** The file has these faults, in the order of the file; not empty. */
    public record Refused(List<FileFault> faults) implements Reading {}

    /**
     * Reads a file of at most 1 MiB and checks all of it. Whatever is in the file, faults are the answer and
     * not an exception.
     *
     * @param memoryBudgetBytes most that the belief and its tables may need
     * @throws IOException when the file cannot be read at all
     */
    public static Reading read(Path path, long memoryBudgetBytes) throws IOException {
        byte[] bytes;
        try (InputStream in = Files.newInputStream(path)) {
            bytes = in.readNBytes(LARGEST_BYTES + 1);
        }
        return read(path.toString(), bytes, memoryBudgetBytes);
    }

    /**
     * The spec of an experiment file that comes with the program.
     *
     * @param name of the file, as in {@code direction-tuning.yaml}
     */
    public static ExperimentSpec shipped(String name) {
        try (InputStream in = ExperimentFile.class.getResourceAsStream(name)) {
            byte[] content = Objects.requireNonNull(in, name).readAllBytes();
            return switch (read(name, content, Long.MAX_VALUE)) {
                case Accepted accepted -> accepted.spec().original();
                case Refused refused -> throw new IllegalStateException(refused.faults().toString());
            };
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Reads the content of a file with this name. */
    static Reading read(String file, byte[] content, long memoryBudgetBytes) {
        Findings findings = new Findings(file);
        Optional<ResolvedSpec> spec = text(content, findings).flatMap(text -> YamlText.tree(text, findings))
                .flatMap(root -> spec(root, memoryBudgetBytes, findings));
        List<FileFault> faults = findings.faults();
        return spec.isPresent() && faults.isEmpty() ? new Accepted(spec.get()) : new Refused(faults);
    }

    private static Optional<String> text(byte[] content, Findings findings) {
        if (content.length > LARGEST_BYTES) {
            findings.add(Position.START, FieldPath.ROOT,
                    "is larger than 1 MiB: an experiment needs a few kB");
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

    private static Optional<ResolvedSpec> spec(Node root, long memoryBudgetBytes, Findings findings) {
        ExperimentSpec.Builder spec = ExperimentSpec.newBuilder();
        findings.place(FieldPath.ROOT, Position.of(root));
        new MessageReader(findings).read(root, spec, FieldPath.ROOT);
        return switch (SpecResolver.resolve(spec.build(), memoryBudgetBytes)) {
            case Resolution.Accepted accepted -> Optional.of(accepted.spec());
            case Resolution.Refused refused -> {
                refused.violations().forEach(findings::add);
                yield Optional.empty();
            }
        };
    }
}
