package io.stimloop.gateway.cli;

import io.stimloop.control.spec.OperatorLimits;
import io.stimloop.gateway.config.FileFault;
import io.stimloop.gateway.config.LimitsFile;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The limits that a command goes by. */
final class LimitsOption {
    @Option(names = "--limits", paramLabel = "FILE", description = "Hold every experiment to the limits of this file (default: the built-in ones, which are those of"
            + " config/limits/default.yaml).")
    private @Nullable Path file;

    /**
     * The limits.
     *
     * @throws CommandFailure with all faults of the file, or because it cannot be read
     */
    OperatorLimits limits() {
        return file == null ? LimitsFile.builtIn() : read(file);
    }

    private static OperatorLimits read(Path file) {
        try {
            return switch (LimitsFile.read(file)) {
                case LimitsFile.Accepted(OperatorLimits limits) -> limits;
                case LimitsFile.Refused(var faults) -> throw CommandFailure.invalidSpec(faults.stream()
                        .map(FileFault::toString).collect(Collectors.joining(System.lineSeparator())), null);
            };
        } catch (NoSuchFileException missing) {
            throw CommandFailure.environment(file + ": there is no such file", missing);
        } catch (IOException unreadable) {
            throw CommandFailure.environment(file + ": cannot be read (" + unreadable.getMessage() + ")",
                    unreadable);
        }
    }
}
