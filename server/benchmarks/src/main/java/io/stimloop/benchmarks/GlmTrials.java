package io.stimloop.benchmarks;

import io.stimloop.inference.belief.BallSearch;
import io.stimloop.inference.belief.Belief;
import io.stimloop.inference.belief.Question;
import io.stimloop.inference.belief.ResponsePredictor;
import io.stimloop.inference.belief.Truth;
import io.stimloop.inference.glm.FilterPrior;
import io.stimloop.inference.glm.GlmModel;
import io.stimloop.inference.glm.GlmSource;
import io.stimloop.inference.objective.Infomax;
import io.stimloop.inference.objective.Objective;
import io.stimloop.inference.response.Link;
import io.stimloop.numerics.random.Streams;
import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.UnitSphereSampler;

/** An experiment on a cell that obeys a GLM, timed trial by trial from the count to the choice. */
final class GlmTrials {
    private static final int CANDIDATES = 1000;
    private static final double NORM = 3;
    private static final double VARIANCE = 1 / 16.0;
    private static final long SEED = 64;

    private final int size;
    private final double[][] candidates;
    private final Belief belief;
    private final ResponsePredictor predictor;
    private final ResponsePredictor.View view;
    private final BallSearch ball;
    private final Objective objective = new Infomax();
    private final Truth cell;
    private final UniformRandomProvider random;
    private double[] stimulus;
    private long garbageBytes;

    GlmTrials(int size) {
        this.size = size;
        random = Streams.of(SEED, size, 0);
        UnitSphereSampler sphere = UnitSphereSampler.of(random, size);
        candidates = new double[CANDIDATES][];
        Arrays.setAll(candidates, i -> scaled(sphere.sample(), NORM));
        GlmSource source = new GlmSource(
                GlmModel.ofFilter(Link.EXPONENTIAL, new FilterPrior.Independent(new double[size], VARIANCE)));
        belief = source.create();
        predictor = belief.predictor(candidates, Question.INFORMATION);
        view = predictor.newView();
        ball = predictor.ballSearch(NORM).orElseThrow();
        cell = source.truth(sphere.sample());
        stimulus = candidates[0];
    }

    /** Runs trials; returns what each took, in nanoseconds. */
    long[] run(int trials, boolean wholeBall) {
        long[] nanos = new long[trials];
        double[] response = new double[1];
        garbageBytes = 0;
        for (int trial = 0; trial < trials; trial++) {
            cell.respond(stimulus, random, response);
            long allocated = Heap.allocatedBytesOfThisThread();
            long begun = System.nanoTime();
            belief.condition(stimulus, response);
            int candidate = bestCandidate();
            stimulus = wholeBall ? best(candidate) : candidates[candidate];
            nanos[trial] = System.nanoTime() - begun;
            garbageBytes += Heap.allocatedBytesOfThisThread() - allocated;
        }
        return nanos;
    }

    /** What learning and choosing have allocated in the last {@link #run}. */
    long garbageBytes() {
        return garbageBytes;
    }

    private int bestCandidate() {
        predictor.refresh();
        int best = 0;
        double greatest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < CANDIDATES; i++) {
            double utility = objective.utility(view.predict(i));
            if (utility > greatest) {
                greatest = utility;
                best = i;
            }
        }
        return best;
    }

    /** The better of a candidate and the best of the ball, as the planner takes it. */
    private double[] best(int candidate) {
        ball.search(() -> true);
        double listed = objective.utility(view.predict(candidate));
        return objective.utility(ball.prediction()) > listed ? ball.stimulus() : candidates[candidate];
    }

    /** The plain way: for every candidate the mean, and the variance by the whole covariance. */
    long[] plain(int trials) {
        PlainGlm plain = new PlainGlm(size, VARIANCE);
        long[] nanos = new long[trials];
        double[] response = new double[1];
        for (int trial = 0; trial < trials; trial++) {
            cell.respond(stimulus, random, response);
            long begun = System.nanoTime();
            plain.condition(stimulus, response[0]);
            stimulus = candidates[plain.best(candidates)];
            nanos[trial] = System.nanoTime() - begun;
        }
        return nanos;
    }

    private static double[] scaled(double[] x, double factor) {
        return Arrays.stream(x).map(value -> factor * value).toArray();
    }
}
