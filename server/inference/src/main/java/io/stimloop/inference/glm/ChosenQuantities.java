package io.stimloop.inference.glm;

import io.stimloop.inference.belief.Quantity;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The quantities of a question, as linear functions of the weights: single weights first, then eta at the test
 * stimuli. The functions are those of all neurons; how much each counts differs.
 *
 * @param weights     indices; not to be modified
 * @param testStimuli one row each; not to be modified
 * @param factors     by neuron, then by function: how much it counts, 0 where it does not; not to be modified
 */
record ChosenQuantities(int[] weights, double[][] testStimuli, double[][] factors) {
    /** Sorts them out. */
    static ChosenQuantities of(GlmModel model, List<Quantity> quantities) {
        Map<String, Integer> parameters = new LinkedHashMap<>();
        IdentityHashMap<double[], Integer> tests = new IdentityHashMap<>();
        List<double[]> testStimuli = new ArrayList<>();
        for (Quantity quantity : quantities) {
            switch (quantity) {
                case Quantity.Parameter(String name, int _, double _) ->
                    parameters.putIfAbsent(name, parameters.size());
                case Quantity.Expectation(double[] stimulus, int _, double _) ->
                    tests.computeIfAbsent(stimulus,
                            added -> {
                                testStimuli.add(added);
                                return testStimuli.size() - 1;
                            });
            }
        }
        List<String> names = model.parameterNames();
        int[] weights = parameters.keySet().stream().mapToInt(names::indexOf).toArray();
        double[][] factors = new double[model.units()][weights.length + testStimuli.size()];
        for (Quantity quantity : quantities) {
            switch (quantity) {
                case Quantity.Parameter(String name, int unit, double weight) -> {
                    int k = parameters.getOrDefault(name, 0);
                    factors[unit][k] += weight / model.priorVariance(weights[k]);
                }
                case Quantity.Expectation(double[] stimulus, int unit, double weight) ->
                    factors[unit][weights.length + tests.getOrDefault(stimulus, 0)] += weight;
            }
        }
        return new ChosenQuantities(weights, testStimuli.toArray(double[][]::new), factors);
    }

    double[] factors(int unit) {
        return factors[unit];
    }

    /** The test stimuli, laid out as the candidates are. */
    StimulusRows testRows(StimulusRows candidates) {
        return StimulusRows.of(testStimuli, candidates);
    }
}
