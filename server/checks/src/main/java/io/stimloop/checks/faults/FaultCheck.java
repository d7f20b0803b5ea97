package io.stimloop.checks.faults;

import io.stimloop.checks.CheckResult;
import java.util.ArrayList;
import java.util.List;

/** Many simulated lives, each by a seed of its own. */
public final class FaultCheck {
    private static final int MOST_TOLD = 10;

    private final long firstSeed;
    private final long seeds;

    /**
     * @param firstSeed of the first life; those of the others follow
     * @param seeds     how many
     */
    public FaultCheck(long firstSeed, long seeds) {
        this.firstSeed = firstSeed;
        this.seeds = seeds;
    }

    /** Runs them. */
    public CheckResult run() {
        long failures = 0;
        long trials = 0;
        long trace = 0;
        List<String> told = new ArrayList<>();
        for (long seed = firstSeed; seed < firstSeed + seeds; seed++) {
            Simulation.Ending ending = new Simulation(seed).run();
            trials += ending.trials();
            trace = trace * 31 + ending.trace();
            if (!ending.fault().isEmpty()) {
                failures++;
                if (told.size() < MOST_TOLD) {
                    told.add("seed " + seed + ": " + ending.fault());
                }
            }
        }
        return new CheckResult(seeds, failures).with("trials", trials).with("trace", Long.toHexString(trace))
                .with("failing", told);
    }
}
