package io.stimloop.inference.optogenetic;

import io.stimloop.inference.belief.Question;
import io.stimloop.inference.belief.ResponsePredictor;
import io.stimloop.inference.belief.Truth;
import io.stimloop.numerics.random.Streams;
import org.apache.commons.rng.UniformRandomProvider;

/** A simulated population that is mapped: its truth is drawn from the prior. */
final class Mapping {
    final OptogeneticBelief belief;
    private final OptogeneticModel model;
    private final double[][] stimuli;
    private final UniformRandomProvider random;
    private final Truth truth;
    private final ResponsePredictor tables;
    private final ResponsePredictor.View view;
    private final double[] response;

    Mapping(OptogeneticModel model, double[][] stimuli, long seed) {
        this.model = model;
        this.stimuli = stimuli;
        this.random = Streams.of(seed, 0, 3);
        this.truth = new OptogeneticSource(model, 3).drawTruth(random);
        this.belief = new OptogeneticBelief(model);
        this.tables = belief.predictor(stimuli, Question.INFORMATION);
        this.view = tables.newView();
        this.response = new double[model.units()];
    }

    /** Presents the most informative stimulus. */
    void informativeTrial() {
        int best = 0;
        double greatest = view.predict(0).informationNats();
        for (int i = 1; i < stimuli.length; i++) {
            double found = view.predict(i).informationNats();
            if (found > greatest) {
                greatest = found;
                best = i;
            }
        }
        trial(best);
        tables.refresh();
    }

    /** Presents any stimulus. */
    void randomTrial() {
        trial(random.nextInt(stimuli.length));
    }

    private void trial(int stimulus) {
        truth.respond(stimuli[stimulus], random, response);
        belief.condition(stimuli[stimulus], response);
    }

    double connected(int unit, int target) {
        return belief.posterior(unit).weight(target).connected();
    }

    boolean trulyConnected(int unit, int target) {
        return truth.parameters(unit)[model.size() + target] > 0;
    }

    /** How many connections are expected to be called wrongly when each is called by what is likelier. */
    double expectedErrors() {
        double sum = 0;
        for (int unit = 0; unit < model.units(); unit++) {
            for (int target = 0; target < model.targetCount(); target++) {
                double p = connected(unit, target);
                sum += Math.min(p, 1 - p);
            }
        }
        return sum;
    }

    /** Harmonic mean of precision and recall of the connections called by what is likelier. */
    double f1() {
        double right = 0;
        double called = 0;
        double there = 0;
        for (int unit = 0; unit < model.units(); unit++) {
            for (int target = 0; target < model.targetCount(); target++) {
                boolean call = connected(unit, target) > 0.5;
                boolean is = trulyConnected(unit, target);
                right += call && is ? 1 : 0;
                called += call ? 1 : 0;
                there += is ? 1 : 0;
            }
        }
        return 2 * right / (called + there);
    }
}
