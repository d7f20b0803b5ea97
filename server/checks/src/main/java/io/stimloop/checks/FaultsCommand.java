package io.stimloop.checks;

import io.stimloop.checks.faults.FaultCheck;
import io.stimloop.gateway.cli.CheckProvider;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Simulates lives of a server in which everything goes wrong. */
@Command(name = "faults", mixinStandardHelpOptions = true, description = {
        "Live through experiments under a seeded simulator: kills, power loss, torn and lost writes, failing and slow disks,"
                + " broken connections, late, repeated and lying messages, pauses, steps of the wall clock.",
        "After each restart: nothing that was acknowledged is lost, and the belief is, bit for bit, that of a server to which"
                + " nothing ever happened. The same seed gives the same life; trace tells whether it did."}, footer = {
                        "", "Example: stimloop check faults --seeds 200 --json",
                        "One life again:  stimloop check faults --first-seed 17 --seeds 1"})
final class FaultsCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--seeds", defaultValue = "10000", paramLabel = "N", description = "So many lives (default: ${DEFAULT-VALUE}).")
    private long seeds;

    @Option(names = "--first-seed", defaultValue = "1", paramLabel = "S", description = "Of the first; the others follow (default: ${DEFAULT-VALUE}).")
    private long firstSeed;

    @Mixin
    private final Verdict verdict = new Verdict();

    @Override
    public Integer call() {
        if (seeds < 1) {
            throw new ParameterException(spec.commandLine(), "--seeds: " + seeds + " must be at least 1");
        }
        return verdict.of(new FaultCheck(firstSeed, seeds).run());
    }

    /** Adds the check to the program. */
    public static final class Provider implements CheckProvider {
        @Override
        public Object check() {
            return new FaultsCommand();
        }
    }
}
