package io.stimloop.checks;

import io.stimloop.checks.floods.FloodCheck;
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

/** Floods a server that honest rigs use. */
@Command(name = "floods", mixinStandardHelpOptions = true, description = "Flood a server with everything a hostile client of HTTP/2 can send, while honest rigs use it.", footer = {
        "", "Example: stimloop check floods --kinds 3 --seconds 3 --json"})
final class FloodsCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--kinds", paramLabel = "N", description = "So many kinds of floods (default: all).")
    private int kinds = FloodCheck.allKinds();

    @Option(names = "--seconds", defaultValue = "60", paramLabel = "N", description = "Of each kind (default: ${DEFAULT-VALUE}).")
    private double seconds;

    @Option(names = "--rigs", defaultValue = "4", paramLabel = "N", description = "Honest rigs (default: ${DEFAULT-VALUE}).")
    private int rigs;

    @Mixin
    private final Verdict verdict = new Verdict();

    @Override
    public Integer call() throws InterruptedException {
        require("--kinds", kinds >= 1 && kinds <= FloodCheck.allKinds(), "1 to " + FloodCheck.allKinds());
        require("--seconds", seconds >= 0.1 && seconds <= 3_600, "0.1 to 3600");
        require("--rigs", rigs >= 1 && rigs <= 32, "1 to 32");
        try {
            return verdict.of(new FloodCheck(kinds, (int) (1_000 * seconds), rigs)
                    .run(Files.createTempDirectory("stimloop-floods")));
        } catch (IOException failure) {
            throw CommandFailure.environment("floods: " + failure.getMessage(), failure);
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
            return new FloodsCommand();
        }
    }
}
