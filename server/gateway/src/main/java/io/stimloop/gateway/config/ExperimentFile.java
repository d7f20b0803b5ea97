package io.stimloop.gateway.config;

import io.stimloop.control.spec.FieldPath;
import io.stimloop.control.spec.OperatorLimits;
import io.stimloop.control.spec.Resolution;
import io.stimloop.control.spec.ResolvedSpec;
import io.stimloop.control.spec.SpecResolver;
import io.stimloop.v1.ExperimentSpec;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads experiment files: the JSON mapping of {@link ExperimentSpec} written as YAML 1.2. */
public final class ExperimentFile {
    private static final FileText TEXT = new FileText("an experiment needs a few kB",
            "an experiment begins with its name, as in name: tuning");

    private ExperimentFile() {}

    /** What came of reading a file. */
    public sealed interface Reading {}

    /**
     * The file is right; the spec as it would be sent is {@code spec.original()}.
     *
     * @param lines where the field with a path is in the file, from 1; empty for what is not in it
     */
    public record Accepted(ResolvedSpec spec, Function<String, OptionalInt> lines) implements Reading {}

    /** The file has these faults, in the order of the file; not empty. */
    public record Refused(List<FileFault> faults) implements Reading {}

    /**
     * Reads a file of at most 1 MiB and checks all of it. Whatever is in the file, faults are the answer and
     * not an exception.
     *
     * @param limits            of the server that is to run it
     * @param memoryBudgetBytes most that the belief and its tables may need
     * @throws IOException when the file cannot be read at all
     */
    public static Reading read(Path path, OperatorLimits limits, long memoryBudgetBytes) throws IOException {
        return read(path.toString(), FileText.bytes(path), limits, memoryBudgetBytes);
    }

    /** The same for an experiment that drives nothing, or whose server has the last word on limits. */
    public static Reading read(Path path, long memoryBudgetBytes) throws IOException {
        return read(path, OperatorLimits.NOTHING_DRIVEN, memoryBudgetBytes);
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
        return read(file, content, OperatorLimits.NOTHING_DRIVEN, memoryBudgetBytes);
    }

    private static Reading read(String file, byte[] content, OperatorLimits limits, long memoryBudgetBytes) {
        Findings findings = new Findings(file);
        Optional<ResolvedSpec> spec = TEXT.tree(content, findings)
                .flatMap(root -> spec(root, limits, memoryBudgetBytes, findings));
        List<FileFault> faults = findings.faults();
        return spec.isPresent() && faults.isEmpty()
                ? new Accepted(spec.get(), findings::line)
                : new Refused(faults);
    }

    private static Optional<ResolvedSpec> spec(Node root, OperatorLimits limits, long memoryBudgetBytes,
            Findings findings) {
        ExperimentSpec.Builder spec = ExperimentSpec.newBuilder();
        findings.place(FieldPath.ROOT, Position.of(root));
        new MessageReader(findings).read(root, spec, FieldPath.ROOT);
        return switch (SpecResolver.resolve(spec.build(), limits, memoryBudgetBytes)) {
            case Resolution.Accepted accepted -> Optional.of(accepted.spec());
            case Resolution.Refused refused -> {
                refused.violations().forEach(findings::add);
                yield Optional.empty();
            }
        };
    }
}
