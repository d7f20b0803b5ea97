package io.stimloop.gateway.cli;

import io.stimloop.control.spec.OperatorLimits;
import io.stimloop.control.spec.ResolvedSpec;
import io.stimloop.gateway.config.ExperimentFile;
import io.stimloop.gateway.config.FileFault;
import io.stimloop.gateway.reference.SettingsPage;
import io.stimloop.gateway.reference.SpecText;
import io.stimloop.v1.LimitsInForce;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.OptionalInt;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What can be set, and what is. */
@Command(name = "config", mixinStandardHelpOptions = true, description = "Look at settings.")
final class ConfigCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "name a command: show or reference");
    }

    @Command(name = "show", mixinStandardHelpOptions = true, description = "Print an experiment file as a server reads it.", footer = {
            "", "Example: stimloop config show my-cell.yaml --resolved --origins"})
    int show(@Parameters(paramLabel = "FILE", description = "An experiment file.") Path file,
            @Option(names = "--resolved", description = "Show what was left out too, by what holds then, the limits in force and the size.") boolean resolved,
            @Option(names = "--origins", description = "Show the line of the file that each value comes from.") boolean origins,
            @Mixin LimitsOption limits) {
        OperatorLimits within = limits.limits();
        switch (ExperimentFiles.reading(file, within)) {
            case ExperimentFile.Accepted accepted -> {
                PrintWriter out = spec.commandLine().getOut();
                if (resolved) {
                    heading(accepted.spec(), out);
                }
                out.print(new SpecText(resolved,
                        origins ? origin(file, accepted.lines()) : path -> "")
                        .of(accepted.spec().original()));
                out.flush();
                return ExitCode.DONE;
            }
            case ExperimentFile.Refused refused -> {
                refused.faults().stream().map(FileFault::toString)
                        .forEach(spec.commandLine().getErr()::println);
                return ExitCode.INVALID_SPEC;
            }
        }
    }

    private static Function<String, String> origin(Path file, Function<String, OptionalInt> lines) {
        return path -> {
            OptionalInt line = lines.apply(path);
            return line.isPresent() ? file.getFileName() + ":" + line.getAsInt() : "";
        };
    }

    private static void heading(ResolvedSpec spec, PrintWriter out) {
        LimitsInForce limits = spec.safety().inForce();
        out.println("# limits in force: version " + limits.getVersion() + " by " + limits.getAuthor() + ", "
                + limits.getDate() + ", SHA-256 "
                + HexFormat.of().formatHex(limits.getSha256().toByteArray()));
        out.println("# candidate stimuli: " + spec.candidates().length + "; belief and tables: "
                + (spec.memoryBytes() >> 10) + " KiB");
    }

    @Command(name = "reference", mixinStandardHelpOptions = true, description = "Print every setting and every call with unit, range and what holds when it is left out, as Markdown.", footer = {
            "", "Example: stimloop config reference > settings.md"})
    int reference() {
        PrintWriter out = spec.commandLine().getOut();
        out.print(SettingsPage.text());
        out.flush();
        return ExitCode.DONE;
    }
}
