package io.stimloop.benchmarks;

import io.stimloop.inference.belief.Belief;
import io.stimloop.inference.belief.BeliefSource;
import io.stimloop.inference.belief.Question;
import io.stimloop.inference.belief.ResponsePredictor;
import java.util.Arrays;

/**
 * A belief for each neuron, asked one after another, as a program does that knows single neurons only; they share the tables
 * of their predictions. The baseline of {@link PopulationBenchmark}.
 */
final class PlainPopulation {
    private final Belief[] beliefs;
    private final ResponsePredictor[] predictors;
    private final ResponsePredictor.View[] views;
    private final double[] one = new double[1];

    PlainPopulation(BeliefSource neuron, int neurons, double[][] stimuli) {
        Belief first = neuron.create();
        ResponsePredictor tables = first.predictor(stimuli, Question.INFORMATION);
        beliefs = new Belief[neurons];
        Arrays.setAll(beliefs, i -> i == 0 ? first : first.copy());
        predictors = Arrays.stream(beliefs).map(tables::over).toArray(ResponsePredictor[]::new);
        views = Arrays.stream(predictors).map(ResponsePredictor::newView)
                .toArray(ResponsePredictor.View[]::new);
    }

    void condition(double[] stimulus, double[] counts) {
        for (int i = 0; i < beliefs.length; i++) {
            one[0] = counts[i];
            beliefs[i].condition(stimulus, one);
            predictors[i].refresh();
        }
    }

    /** The index of the stimulus that tells the most. */
    int best() {
        int best = 0;
        double greatest = Double.NEGATIVE_INFINITY;
        for (int candidate = 0; candidate < predictors[0].candidates(); candidate++) {
            double nats = 0;
            for (ResponsePredictor.View view : views) {
                nats += view.predict(candidate).informationNats();
            }
            if (nats > greatest) {
                greatest = nats;
                best = candidate;
            }
        }
        return best;
    }
}
