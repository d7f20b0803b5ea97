package io.stimloop.benchmarks;

import io.stimloop.inference.belief.Belief;
import io.stimloop.inference.belief.Question;
import io.stimloop.inference.belief.ResponsePredictor;
import io.stimloop.inference.belief.Truth;
import io.stimloop.inference.objective.Infomax;
import io.stimloop.inference.objective.Objective;
import io.stimloop.numerics.random.Streams;
import org.apache.commons.rng.UniformRandomProvider;

/** Trials without end on one belief, at the same stimuli again and again, so that it does not grow. */
final class SizedTrials {
    /** Stimuli that are shown, at most. */
    private static final int SHOWN = 100;
    private static final int ANSWERS = 16;
    private static final long SEED = 77;

    private final double[][] candidates;
    private final double[][] shown;
    private final double[][][] answers;
    private final Belief belief;
    private final ResponsePredictor predictor;
    private final ResponsePredictor.View view;
    private final Objective objective = new Infomax();
    private int trials;

    /** After every stimulus was shown once. */
    SizedTrials(SizedBelief size) {
        candidates = size.candidates();
        belief = size.source().create();
        Truth truth = size.source().drawTruth(Streams.of(SEED, 0, 0));
        UniformRandomProvider random = Streams.of(SEED, 1, 0);
        shown = new double[Math.min(SHOWN, candidates.length)][];
        answers = new double[shown.length][ANSWERS][1];
        for (int s = 0; s < shown.length; s++) {
            shown[s] = candidates[(int) ((long) s * candidates.length / shown.length)];
            for (double[] answer : answers[s]) {
                truth.respond(shown[s], random, answer);
            }
        }
        predictor = belief.predictor(candidates, Question.INFORMATION);
        view = predictor.newView();
        for (double[] _ : shown) {
            learn();
        }
    }

    private void learn() {
        int stimulus = trials % shown.length;
        belief.condition(shown[stimulus], answers[stimulus][trials / shown.length % ANSWERS]);
        trials++;
    }

    /** Learns from a trial and chooses the next stimulus, which is not shown. */
    int trial() {
        learn();
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
        return best;
    }
}
