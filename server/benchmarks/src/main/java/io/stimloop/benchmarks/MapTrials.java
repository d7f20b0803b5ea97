package io.stimloop.benchmarks;

import io.stimloop.inference.belief.Belief;
import io.stimloop.inference.belief.Quantity;
import io.stimloop.inference.belief.ResponsePredictor;
import io.stimloop.inference.belief.Truth;
import io.stimloop.inference.map.MapKernel;
import io.stimloop.inference.map.MapModel;
import io.stimloop.inference.map.MapSource;
import io.stimloop.inference.objective.Infomax;
import io.stimloop.inference.objective.Objective;
import io.stimloop.inference.objective.Uncertainty;
import io.stimloop.inference.objective.VarianceObjective;
import io.stimloop.inference.response.Levels;
import io.stimloop.inference.response.Link;
import io.stimloop.numerics.random.Streams;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Trials on a cell that obeys a rate map over a square with an exponential link, timed one by one from the count to the
 * choice. Every few trials a copy of a belief that has seen so many takes over, so that all are timed at that size.
 */
final class MapTrials {
    private static final MapKernel KERNEL = MapKernel.smooth(1, 1.25 * 1.25, 5, 5);
    private static final int TRIALS_PER_COPY = 10;
    private static final long SEED = 30;

    /** What the next stimulus is chosen for. */
    enum Goal {
        /** Infomax. */
        INFORMATION("infomax"),
        /** Uncertainty sampling. */
        UNCERTAINTY("uncertainty"),
        /** The error of the whole map. */
        PREDICTION_ERROR("prediction error at all candidates");

        private final String words;

        Goal(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    private final Goal goal;
    private final double[][] candidates;
    private final double[][] shown;
    private final double[] counts;
    private final Objective objective;
    private final Belief before;
    private final ResponsePredictor tables;
    private final Truth cell;
    private final UniformRandomProvider random;
    private long garbageBytes;

    MapTrials(int side, int seen, Goal goal) {
        this.goal = goal;
        random = Streams.of(SEED, side, seen);
        double[] axis = Levels.linear(1, side, side);
        candidates = new double[side * side][];
        Arrays.setAll(candidates, i -> new double[]{axis[i / side], axis[i % side]});
        objective = objective();
        MapSource source = new MapSource(MapModel.fixed(Link.EXPONENTIAL, 0, KERNEL,
                new double[][]{axis, axis}, new double[]{Double.NaN, Double.NaN}));
        cell = source.drawTruth(random);
        before = source.create();
        shown = new double[seen][];
        counts = new double[seen];
        Arrays.setAll(shown, t -> candidates[random.nextInt(candidates.length)]);
        for (int t = 0; t < seen; t++) {
            counts[t] = count(shown[t]);
            before.condition(shown[t], new double[]{counts[t]});
        }
        tables = before.predictor(candidates, objective.question());
    }

    private Objective objective() {
        return switch (goal) {
            case INFORMATION -> new Infomax();
            case UNCERTAINTY -> new Uncertainty(new double[0]);
            case PREDICTION_ERROR -> {
                List<Quantity> everywhere = Arrays.stream(candidates)
                        .map(x -> (Quantity) new Quantity.Expectation(x, 0, 1.0 / candidates.length))
                        .toList();
                yield new VarianceObjective(everywhere);
            }
        };
    }

    private double count(double[] stimulus) {
        double[] response = new double[1];
        cell.respond(stimulus, random, response);
        return response[0];
    }

    /** Runs trials; returns what each took, in nanoseconds. */
    long[] run(int trials) {
        long[] nanos = new long[trials];
        garbageBytes = 0;
        for (int done = 0; done < trials; done += TRIALS_PER_COPY) {
            run(nanos, done, Math.min(TRIALS_PER_COPY, trials - done));
        }
        return nanos;
    }

    private void run(long[] nanos, int from, int trials) {
        Belief belief = before.copy();
        ResponsePredictor predictor = tables.over(belief);
        ResponsePredictor.View view = predictor.newView();
        double[] stimulus = best(predictor, view);
        double[] response = new double[1];
        for (int t = 0; t < trials; t++) {
            response[0] = count(stimulus);
            long allocated = Heap.allocatedBytesOfThisThread();
            long begun = System.nanoTime();
            belief.condition(stimulus, response);
            stimulus = best(predictor, view);
            nanos[from + t] = System.nanoTime() - begun;
            garbageBytes += Heap.allocatedBytesOfThisThread() - allocated;
        }
    }

    private double[] best(ResponsePredictor predictor, ResponsePredictor.View view) {
        predictor.refresh();
        int best = 0;
        double greatest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < candidates.length; i++) {
            double utility = objective.utility(view.predict(i));
            if (utility > greatest) {
                greatest = utility;
                best = i;
            }
        }
        return candidates[best];
    }

    /** What learning and choosing have allocated in the last {@link #run}. */
    long garbageBytes() {
        return garbageBytes;
    }

    /** The plain way, from the same trials on. */
    long[] plain(int trials) {
        PlainMap plain = new PlainMap(KERNEL, candidates);
        for (int t = 0; t < shown.length; t++) {
            plain.condition(shown[t], counts[t]);
        }
        long[] nanos = new long[trials];
        double[] stimulus = candidates[0];
        for (int trial = 0; trial < trials; trial++) {
            double count = count(stimulus);
            long begun = System.nanoTime();
            plain.condition(stimulus, count);
            plain.fit();
            stimulus = candidates[plain.best(goal)];
            nanos[trial] = System.nanoTime() - begun;
        }
        return nanos;
    }
}
