package io.stimloop.gateway.page;

import io.stimloop.control.spec.ResolvedSpec;
import io.stimloop.inference.belief.Belief;
import io.stimloop.inference.belief.Truth;
import io.stimloop.planning.design.BalancedBlocks;
import io.stimloop.planning.design.Design;
import io.stimloop.rig.neurons.Streams;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * What a balanced design would have learned of a cell as it is believed to be, from simulation: blocks in which every
 * candidate comes once, in an order drawn anew for each. Seeded by the experiment; within a bounded time.
 */
final class Balanced {
    private static final int RUNS = 8;
    /** Keeps these streams apart from all others of the seed. */
    private static final long PURPOSE = 0x67686f7374L;
    private static final int MOST_TRIALS = 400;
    private static final int USUAL_TRIALS = 200;
    private static final int POINTS = 40;
    private static final long MOST_BYTES = 64L << 20;
    private static final long LONGEST_NANOS = TimeUnit.SECONDS.toNanos(20);

    private final ResolvedSpec spec;
    private final LongSupplier nanoClock;

    /**
     * As the page has it.
     *
     * @param trial       after so many
     * @param entropyNats mean over the simulated experiments
     * @param lower       the least of them
     * @param upper       the greatest of them
     */
    record Shown(long[] trial, double[] entropyNats, double[] lower, double[] upper) {}

    Balanced(ResolvedSpec spec, LongSupplier nanoClock) {
        this.spec = spec;
        this.nanoClock = nanoClock;
    }

    /** Whether it can be simulated beside a running loop: its belief is small enough. */
    static boolean affordable(ResolvedSpec spec) {
        return spec.memoryBytes() <= MOST_BYTES && spec.candidates().length > 0 && spec.neurons().size() == 1;
    }

    /**
     * Simulates.
     *
     * @param parameters of the cell, by name; where there is no such cell, or none are given, cells are drawn from the
     *                   prior
     * @return empty where it takes too long
     */
    Optional<Shown> simulate(Map<String, Double> parameters) {
        long maxTrials = spec.original().getStopping().getMaxTrials();
        int trials = (int) Math.min(MOST_TRIALS, maxTrials > 0 ? maxTrials : USUAL_TRIALS);
        int step = Math.max(1, trials / POINTS);
        double[][] entropies = new double[RUNS][trials / step + 1];
        long untilNanos = nanoClock.getAsLong() + LONGEST_NANOS;
        for (int run = 0; run < RUNS; run++) {
            if (!run(run, parameters, step, entropies[run], untilNanos)) {
                return Optional.empty();
            }
        }
        return Optional.of(shown(entropies, step));
    }

    private boolean run(int run, Map<String, Double> parameters, int step, double[] entropies,
            long untilNanos) {
        UniformRandomProvider random = Streams.stream(spec.seed(), run, PURPOSE);
        Design design = new BalancedBlocks(spec.candidates(), spec.seed() + run);
        Truth cell = cell(parameters, random);
        Belief belief = spec.source().create();
        double[] response = new double[spec.source().responses().units()];
        entropies[0] = belief.entropyNats();
        for (int trial = 0; trial < step * (entropies.length - 1); trial++) {
            double[] stimulus = design.stimulus(trial);
            cell.respond(stimulus, random, response);
            belief.condition(stimulus, response);
            if ((trial + 1) % step == 0) {
                entropies[(trial + 1) / step] = belief.entropyNats();
            }
            if (nanoClock.getAsLong() - untilNanos > 0 || Thread.currentThread().isInterrupted()) {
                return false;
            }
        }
        return true;
    }

    private Truth cell(Map<String, Double> parameters, UniformRandomProvider random) {
        if (!parameters.isEmpty()) {
            try {
                return spec.source().truth(parameters);
            } catch (IllegalArgumentException none) {
                // A mean may be no cell: of a share that is averaged over, or where a name is an element's.
            }
        }
        return spec.source().drawTruth(random);
    }

    private static Shown shown(double[][] entropies, int step) {
        int points = entropies[0].length;
        long[] trial = new long[points];
        List<double[]> columns = new ArrayList<>();
        for (int i = 0; i < points; i++) {
            int point = i;
            trial[i] = (long) i * step;
            columns.add(Arrays.stream(entropies).mapToDouble(run -> run[point]).toArray());
        }
        return new Shown(trial,
                columns.stream().mapToDouble(runs -> Arrays.stream(runs).average().orElse(Double.NaN))
                        .toArray(),
                columns.stream().mapToDouble(runs -> Arrays.stream(runs).min().orElse(Double.NaN)).toArray(),
                columns.stream().mapToDouble(runs -> Arrays.stream(runs).max().orElse(Double.NaN)).toArray());
    }
}
