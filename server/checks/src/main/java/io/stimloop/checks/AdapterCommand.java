package io.stimloop.checks;

import io.stimloop.checks.adapter.AdapterFaults;
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

/** Checks that outputs end in time when the server dies, stands still or is cut off. */
@Command(name = "adapter", mixinStandardHelpOptions = true, description = "Kill, freeze and cut off a server while an output is on; count the times that it was not off within"
        + " the lease and 10 ms, beyond what a plain timer was late.", footer = {"",
                "The full size: stimloop check adapter --count 1000 --json"})
final class AdapterCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec command;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private Verdict verdict;

    @Option(names = "--count", paramLabel = "N", defaultValue = "100", description = "Faults; one in 20 kills the server (default: ${DEFAULT-VALUE}).")
    private int count;

    @Override
    public Integer call() throws InterruptedException {
        if (count < 1) {
            throw new ParameterException(command.commandLine(), "--count: " + count + " must be at least 1");
        }
        try {
            return verdict.of(AdapterFaults.run(count));
        } catch (IOException failure) {
            throw CommandFailure.environment("cannot run a server: " + failure.getMessage(), failure);
        }
    }

    /** Lets the program find the check. */
    public static final class Provider implements CheckProvider {
        @Override
        public Object check() {
            return new AdapterCommand();
        }
    }
}
