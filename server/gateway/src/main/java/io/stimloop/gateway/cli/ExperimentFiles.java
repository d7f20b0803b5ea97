package io.stimloop.gateway.cli;

import io.stimloop.control.spec.OperatorLimits;
import io.stimloop.control.spec.ResolvedSpec;
import io.stimloop.gateway.config.ExperimentFile;
import io.stimloop.gateway.config.FileFault;
import io.stimloop.gateway.server.ServerOptions;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** Reads the experiment files that commands name. */
public final class ExperimentFiles {
    private ExperimentFiles() {}

    /**
     * A file without faults; whether its limits are within those of a server is the server's to say.
     *
     * @throws CommandFailure with all its faults, or because it cannot be read
     */
    public static ResolvedSpec read(Path file) {
        return switch (reading(file, OperatorLimits.NOTHING_DRIVEN)) {
            case ExperimentFile.Accepted accepted -> accepted.spec();
            case ExperimentFile.Refused refused -> throw CommandFailure.invalidSpec(refused.faults().stream()
                    .map(FileFault::toString).collect(Collectors.joining(System.lineSeparator())), null);
        };
    }

    /**
     * A file, right or wrong.
     *
     * @param limits of the server that is to run it
     * @throws CommandFailure if it cannot be read
     */
    static ExperimentFile.Reading reading(Path file, OperatorLimits limits) {
        try {
            return ExperimentFile.read(file, limits, ServerOptions.onPorts(0, 0).memoryBudgetBytes());
        } catch (NoSuchFileException missing) {
            throw CommandFailure.environment(file + ": there is no such file", missing);
        } catch (IOException unreadable) {
            throw CommandFailure.environment(file + ": cannot be read (" + unreadable.getMessage() + ")",
                    unreadable);
        }
    }
}
