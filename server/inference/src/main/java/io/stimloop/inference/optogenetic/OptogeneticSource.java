package io.stimloop.inference.optogenetic;

import io.stimloop.inference.belief.Belief;
import io.stimloop.inference.belief.BeliefSource;
import io.stimloop.inference.belief.BeliefState;
import io.stimloop.inference.belief.Question;
import io.stimloop.inference.belief.Responses;
import io.stimloop.inference.belief.Truth;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Normal beliefs about which targets drive which neurons. They answer every question.
 *
 * @param model      with its prior
 * @param mostAtOnce most targets that a candidate lights
 */
public record OptogeneticSource(OptogeneticModel model, int mostAtOnce) implements BeliefSource {
    private static final long BELIEFS = 2;

    @Override
    public Responses responses() {
        return Responses.counts(model.units());
    }

    @Override
    public List<String> parameterNames() {
        return model.parameterNames();
    }

    @Override
    public boolean answers(Question question) {
        return true;
    }

    @Override
    public boolean drawsCurves(int stimuli) {
        return true;
    }

    @Override
    public boolean predictsAnywhere(Question question) {
        return true;
    }

    @Override
    public long bytesAnywhere(Question question) {
        return OptogeneticAnywhere.bytes(model, mostAtOnce, question);
    }

    @Override
    public long bytesNeeded(int candidates, Question question) {
        return BELIEFS * model.units() * NeuronPosterior.bytes(model)
                + OptogeneticPredictor.bytes(model, candidates, mostAtOnce, question);
    }

    @Override
    public Belief create() {
        return new OptogeneticBelief(model);
    }

    @Override
    public Belief restore(BeliefState state) {
        return OptogeneticBelief.restored(model, state);
    }

    @Override
    public Truth drawTruth(UniformRandomProvider random) {
        OptogeneticBelief prior = new OptogeneticBelief(model);
        double[][] weights = new double[model.units()][];
        for (int unit = 0; unit < weights.length; unit++) {
            weights[unit] = prior.draw(unit, random);
        }
        return new OptogeneticTruth(model, weights);
    }

    /**
     * Neurons of the same weights.
     *
     * @throws IllegalArgumentException naming a parameter that is missing or unknown, or that contradicts another:
     *                                  connected is 1, or 0 where the weight is 0
     */
    @Override
    public Truth truth(Map<String, Double> parameters) {
        List<String> names = parameterNames();
        for (String name : parameters.keySet()) {
            if (!names.contains(name)) {
                throw new IllegalArgumentException(name + ": is no parameter; known are " + names);
            }
        }
        double[] values = new double[names.size()];
        for (int i = 0; i < values.length; i++) {
            Double value = parameters.get(names.get(i));
            if (value == null) {
                throw new IllegalArgumentException(names.get(i) + ": is missing");
            }
            values[i] = value;
        }
        requireConnected(names, values);
        double[][] weights = new double[model.units()][];
        Arrays.fill(weights, values);
        return new OptogeneticTruth(model, weights);
    }

    private void requireConnected(List<String> names, double[] values) {
        for (int i = model.size(); i < values.length; i++) {
            double wanted = values[model.weightOf(i)] == 0 ? 0 : 1;
            if (values[i] != wanted) {
                throw new IllegalArgumentException(names.get(i) + ": " + values[i] + " must be " + wanted
                        + " for a weight of " + values[model.weightOf(i)]);
            }
        }
    }
}
