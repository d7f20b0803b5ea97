package io.stimloop.checks;

import io.stimloop.checks.soak.SoakCheck;
import io.stimloop.gateway.cli.CheckProvider;
import io.stimloop.gateway.cli.CommandFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Lets rigs use a server for a long time. */
@Command(name = "soak", mixinStandardHelpOptions = true, description = "Let rigs use a server at 20 trials a second for a long time: late outputs, lost trials, heap.", footer = {
        "", "Example: stimloop check soak --rigs 8 --seconds 60 --json"})
final class SoakCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--seconds", defaultValue = "1800", paramLabel = "N", description = "How long (default: ${DEFAULT-VALUE}).")
    private int seconds;

    @Option(names = "--rigs", defaultValue = "16", paramLabel = "N", description = "Rigs, each with an experiment of its own (default: ${DEFAULT-VALUE}).")
    private int rigs;

    @Mixin
    private final Verdict verdict = new Verdict();

    @Override
    public Integer call() throws InterruptedException {
        require("--seconds", seconds >= 1 && seconds <= 86_400, "1 to 86400");
        require("--rigs", rigs >= 1 && rigs <= 32, "1 to 32");
        try {
            return verdict.of(new SoakCheck(rigs, seconds)
                    .run(Files.createTempDirectory("stimloop-soak")));
        } catch (IOException failure) {
            throw CommandFailure.environment("soak: " + failure.getMessage(), failure);
        }
    }

    private void require(String option, boolean right, String range) {
        if (!right) {
            throw new ParameterException(spec.commandLine(), option + ": must be from " + range);
        }
    }

    /** Adds the check to the program. */
    public static final class Provider implements CheckProvider {
        @Override
        public Object check() {
            return new SoakCommand();
        }
    }
}
