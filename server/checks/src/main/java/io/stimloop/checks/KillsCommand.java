package io.stimloop.checks;

import io.stimloop.checks.kills.KillCheck;
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

/** Kills a server at random moments. */
@Command(name = "kills", mixinStandardHelpOptions = true, description = {
        "Kill a server (kill -9) at random moments while a rig sends outcomes, start it anew, and ask what it still knows.",
        "acknowledgedLost: trials that were acknowledged and are not known any more; beliefsDiffering: restarts after"
                + " which the belief was not, bit for bit, that of a server that was never killed."}, footer = {
                        "", "Example: stimloop check kills --count 30 --json"})
final class KillsCommand implements Callable<Integer> {
    private static final int MOST = 100_000;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--count", defaultValue = "1000", paramLabel = "N", description = "So many kills, some seconds each (default: ${DEFAULT-VALUE}).")
    private int count;

    @Option(names = "--seed", defaultValue = "1", paramLabel = "S", description = "Of the moments (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Mixin
    private final Verdict verdict = new Verdict();

    @Override
    public Integer call() throws InterruptedException {
        if (count < 1 || count > MOST) {
            throw new ParameterException(spec.commandLine(),
                    "--count: " + count + " must be from 1 to " + MOST);
        }
        try {
            return verdict.of(new KillCheck(count, seed).run(Files.createTempDirectory("stimloop-kills")));
        } catch (IOException failure) {
            throw CommandFailure.environment("kills: " + failure.getMessage(), failure);
        }
    }

    /** Adds the check to the program. */
    public static final class Provider implements CheckProvider {
        @Override
        public Object check() {
            return new KillsCommand();
        }
    }
}
