package io.stimloop.checks.envelope;

import io.stimloop.checks.Verdict;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Compares the safety envelope with its oracle. */
@Command(name = "envelope", mixinStandardHelpOptions = true, description = "Send proposals through the safety envelope and through an oracle that shares no code with it, and"
        + " compare what they say of every rule.", footer = {"",
                "Example: stimloop check envelope --proposals 1000000 --json"})
final class EnvelopeCommand implements Callable<Integer> {
    @Option(names = "--proposals", defaultValue = "1000000", paramLabel = "N", description = "How many, at least (default: ${DEFAULT-VALUE}).")
    private long proposals;

    @Option(names = "--seed", defaultValue = "1", paramLabel = "S", description = "Seed of the proposals (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Mixin
    private final Verdict verdict = new Verdict();

    @Override
    public Integer call() throws InterruptedException {
        return verdict.of(new EnvelopeProof(proposals, seed).run());
    }
}
