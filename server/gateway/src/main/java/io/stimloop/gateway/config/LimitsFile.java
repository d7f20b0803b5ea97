package io.stimloop.gateway.config;

import io.stimloop.control.spec.FieldPath;
import io.stimloop.control.spec.LimitsResolver;
import io.stimloop.control.spec.OperatorLimits;
import io.stimloop.v1.SafetyLimits;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads limits files: the JSON mapping of {@link SafetyLimits} written as YAML 1.2. */
public final class LimitsFile {
    private static final String BUILT_IN = "limits/default.yaml";
    private static final FileText TEXT = new FileText("limits need a few kB",
            "limits begin with their version, as in version: 1");

    private LimitsFile() {}

    /** What came of reading a file. */
    public sealed interface Reading {}

    /** The file is right. */
    public record Accepted(OperatorLimits limits) implements Reading {}

    /** The file has these faults, in the order of the file; not empty. */
    public record Refused(List<FileFault> faults) implements Reading {}

    /**
     * Reads a file of at most 1 MiB and checks all of it. Whatever is in the file, faults are the answer and not an
     * exception.
     *
     * @throws IOException when the file cannot be read at all
     */
    public static Reading read(Path path) throws IOException {
        return read(path.toString(), FileText.bytes(path));
    }

    /** The limits that hold where none are given: those of {@code config/limits/default.yaml}. */
    public static OperatorLimits builtIn() {
        try (InputStream in = LimitsFile.class.getResourceAsStream(BUILT_IN)) {
            return switch (read(BUILT_IN, Objects.requireNonNull(in, BUILT_IN).readAllBytes())) {
                case Accepted(OperatorLimits limits) -> limits;
                case Refused(List<FileFault> faults) -> throw new IllegalStateException(faults.toString());
            };
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Reads the content of a file with this name. */
    static Reading read(String file, byte[] content) {
        Findings findings = new Findings(file);
        Optional<OperatorLimits> limits = TEXT.tree(content, findings)
                .flatMap(root -> limits(root, findings));
        List<FileFault> faults = findings.faults();
        return limits.isPresent() && faults.isEmpty() ? new Accepted(limits.get()) : new Refused(faults);
    }

    private static Optional<OperatorLimits> limits(Node root, Findings findings) {
        SafetyLimits.Builder limits = SafetyLimits.newBuilder();
        findings.place(FieldPath.ROOT, Position.of(root));
        new MessageReader(findings).read(root, limits, FieldPath.ROOT);
        return switch (LimitsResolver.resolve(limits.build())) {
            case LimitsResolver.Accepted(OperatorLimits accepted) -> Optional.of(accepted);
            case LimitsResolver.Refused(var violations) -> {
                violations.forEach(findings::add);
                yield Optional.empty();
            }
        };
    }
}
