package io.stimloop.checks;

import io.stimloop.checks.fuzz.FuzzCheck;
import io.stimloop.gateway.cli.CheckProvider;
import io.stimloop.gateway.cli.CommandFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Sends nearly right inputs into every way in. */
@Command(name = "fuzz", mixinStandardHelpOptions = true, description = "Send nearly right messages and files into the program and count what is neither taken nor refused in words.", footer = {
        "", "The full size: stimloop check fuzz --cases 100000000 --json"})
final class FuzzCommand implements Callable<Integer> {
    @Mixin
    @SuppressWarnings("NullAway.Init")
    private Verdict verdict;

    @Option(names = "--cases", paramLabel = "N", defaultValue = "100000", description = "Inputs (default: ${DEFAULT-VALUE}).")
    private long cases;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "Of all of them (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Override
    public Integer call() {
        try {
            return verdict.of(FuzzCheck.run(cases, seed, Files.createTempDirectory("stimloop-fuzz")));
        } catch (IOException failure) {
            throw CommandFailure.environment("fuzz: " + failure.getMessage(), failure);
        }
    }

    /** Lets the program find the check. */
    public static final class Provider implements CheckProvider {
        @Override
        public Object check() {
            return new FuzzCommand();
        }
    }
}
