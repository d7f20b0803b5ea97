package io.stimloop.checks;

import io.stimloop.checks.adapter.StopTimes;
import io.stimloop.gateway.cli.CheckProvider;
import io.stimloop.gateway.cli.CommandFailure;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Checks that the stop button is quick under load. */
@Command(name = "stop", mixinStandardHelpOptions = true, description = "Press the stop button while other experiments keep the server busy; measure until the stimulator is"
        + " known to be safe. Fails when one is not, or when the 99th percentile is above 20 ms.", footer = {
                "",
                "The full size: stimloop check stop --count 200 --busy 16 --json"})
final class StopCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec command;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private Verdict verdict;

    @Option(names = "--count", paramLabel = "N", defaultValue = "100", description = "Presses (default: ${DEFAULT-VALUE}).")
    private int count;

    @Option(names = "--busy", paramLabel = "N", defaultValue = "16", description = "Other experiments, each searching 20 times a second (default: ${DEFAULT-VALUE}).")
    private int busy;

    @Override
    public Integer call() throws InterruptedException {
        if (count < 1 || busy < 0) {
            throw new ParameterException(command.commandLine(),
                    "--count must be at least 1 and --busy at least 0");
        }
        try {
            return verdict.of(StopTimes.run(count, busy));
        } catch (IOException failure) {
            throw CommandFailure.environment("cannot run a server: " + failure.getMessage(), failure);
        }
    }

    /** Lets the program find the check. */
    public static final class Provider implements CheckProvider {
        @Override
        public Object check() {
            return new StopCommand();
        }
    }
}
