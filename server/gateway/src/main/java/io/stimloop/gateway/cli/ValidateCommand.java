package io.stimloop.gateway.cli;

import io.stimloop.control.spec.OperatorLimits;
import io.stimloop.gateway.config.ExperimentFile;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Checks experiment files. */
@Command(name = "validate", mixinStandardHelpOptions = true, description = "Check experiment files and report every fault as file:line:column: field: what is wrong.", footer = {
        "", "Example: stimloop validate config/experiments/*.yaml"})
final class ValidateCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Experiment files.")
    @SuppressWarnings("NullAway.Init")
    private List<Path> files;

    @Mixin
    private final LimitsOption limits = new LimitsOption();

    @Override
    public Integer call() {
        OperatorLimits within = limits.limits();
        int exitCode = ExitCode.DONE;
        for (Path file : files) {
            exitCode = Math.max(exitCode, validate(file, within));
        }
        return exitCode;
    }

    private int validate(Path file, OperatorLimits within) {
        return switch (ExperimentFiles.reading(file, within)) {
            case ExperimentFile.Accepted accepted -> {
                spec.commandLine().getOut().println(file + ": valid");
                yield ExitCode.DONE;
            }
            case ExperimentFile.Refused refused -> {
                refused.faults().forEach(spec.commandLine().getErr()::println);
                yield ExitCode.INVALID_SPEC;
            }
        };
    }
}
