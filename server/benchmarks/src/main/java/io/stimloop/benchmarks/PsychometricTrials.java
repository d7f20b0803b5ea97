package io.stimloop.benchmarks;

import io.stimloop.inference.belief.Belief;
import io.stimloop.inference.belief.Question;
import io.stimloop.inference.belief.ResponsePredictor;
import io.stimloop.inference.belief.Truth;
import io.stimloop.inference.grid.PointGridSource;
import io.stimloop.inference.objective.Infomax;
import io.stimloop.inference.objective.Objective;
import io.stimloop.inference.psychometric.PsychometricModel;
import io.stimloop.inference.psychometric.PsychometricShape;
import io.stimloop.inference.response.Levels;
import io.stimloop.inference.response.ParameterAxis;
import io.stimloop.inference.response.Priors;
import io.stimloop.numerics.random.Streams;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.commons.rng.UniformRandomProvider;

/** Experiments on a simulated subject (W2, Watson 2017), timed trial by trial from the answer to the choice. */
final class PsychometricTrials {
    private static final long SEED = 17;
    private static final int TRIALS_OF_AN_EXPERIMENT = 64;
    private static final double LOWEST = -40;

    private final PointGridSource source;
    private final PsychometricModel model = new PsychometricModel(PsychometricShape.WEIBULL, 2, List.of());
    private final double[][] stimuli;
    private final Belief prior;
    private final ResponsePredictor tables;
    private final Truth subject;
    private final Objective objective = new Infomax();
    private final UniformRandomProvider random = Streams.of(SEED, 0, 0);
    private long garbageBytes;

    /** With so many values of the threshold, as many stimuli, and so many slopes and lapse rates. */
    PsychometricTrials(int thresholds, int slopes, int lapses) {
        double[] levels = Levels.linear(LOWEST, 0, thresholds);
        stimuli = Arrays.stream(levels).mapToObj(level -> new double[]{level}).toArray(double[][]::new);
        double[] none = {Double.NaN, Double.NaN, Double.NaN};
        source = new PointGridSource(model, List.of(axis("threshold", levels),
                axis("slope", Levels.linear(2, 5, slopes)), axis("lapse", Levels.linear(0, 0.04, lapses))),
                none);
        prior = source.create();
        tables = prior.predictor(stimuli, Question.INFORMATION);
        subject = source.truth(Map.of("threshold", -20.0, "slope", 3.0, "lapse", 0.02));
    }

    private static ParameterAxis axis(String name, double[] values) {
        return new ParameterAxis(name, values, Priors.flat(values.length));
    }

    /** Runs trials of one experiment after another; returns what each took, in nanoseconds. */
    long[] run(int trials) {
        long[] nanos = new long[trials];
        double[] response = new double[1];
        garbageBytes = 0;
        for (int trial = 0; trial < trials;) {
            Belief belief = prior.copy();
            ResponsePredictor predictor = tables.over(belief);
            ResponsePredictor.View view = predictor.newView();
            int stimulus = stimuli.length / 2;
            for (int t = 0; t < TRIALS_OF_AN_EXPERIMENT && trial < trials; t++, trial++) {
                subject.respond(stimuli[stimulus], random, response);
                long allocated = Heap.allocatedBytesOfThisThread();
                long begun = System.nanoTime();
                belief.condition(stimuli[stimulus], response);
                predictor.refresh();
                stimulus = best(view);
                nanos[trial] = System.nanoTime() - begun;
                garbageBytes += Heap.allocatedBytesOfThisThread() - allocated;
            }
        }
        return nanos;
    }

    private int best(ResponsePredictor.View view) {
        int best = 0;
        double greatest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < stimuli.length; i++) {
            double utility = objective.utility(view.predict(i));
            if (utility > greatest) {
                greatest = utility;
                best = i;
            }
        }
        return best;
    }

    /** What learning and choosing have allocated in the last {@link #run}. */
    long garbageBytes() {
        return garbageBytes;
    }

    /** The plain way. */
    long[] plain(int trials) {
        PlainPsychometric plain = new PlainPsychometric(likelihoods());
        long[] nanos = new long[trials];
        double[] response = new double[1];
        int stimulus = stimuli.length / 2;
        for (int trial = 0; trial < trials; trial++) {
            subject.respond(stimuli[stimulus], random, response);
            long begun = System.nanoTime();
            plain.condition(stimulus, (int) response[0]);
            stimulus = plain.best();
            nanos[trial] = System.nanoTime() - begun;
        }
        return nanos;
    }

    private double[][][] likelihoods() {
        double[][] parameters = source.create().points().parameters();
        double[][][] likelihoods = new double[stimuli.length][2][parameters[0].length];
        for (int s = 0; s < stimuli.length; s++) {
            model.evaluate(stimuli[s], parameters, parameters[0].length, likelihoods[s]);
        }
        return likelihoods;
    }
}
