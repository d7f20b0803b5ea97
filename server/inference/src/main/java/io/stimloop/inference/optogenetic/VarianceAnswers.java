package io.stimloop.inference.optogenetic;

import io.stimloop.inference.belief.Quantity;
import io.stimloop.inference.belief.ResponsePredictor.View;
import io.stimloop.inference.glm.NormalExpectations;
import io.stimloop.inference.glm.VarianceView;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.stream.IntStream;

/**
 * By how much a count is expected to lower the posterior variance of quantities: {@link VarianceView}. Whether a target
 * is connected follows its weight as far as a linear function can: by their covariance over the weight's variance.
 */
final class VarianceAnswers implements Answers {
    private final OptogeneticBelief belief;
    private final DriveMoments tests;
    /** Indices of the weights, the bias first. */
    private final int[] all;
    /** By neuron, then by weight: how much it counts itself, and how much whether it is there. */
    private final double[][] own;
    private final double[][] whether;
    /** By neuron, then by test stimulus. */
    private final double[][] testFactors;
    private final double[][] scales;
    private final WeightBelief weight;

    VarianceAnswers(OptogeneticBelief belief, List<Quantity> quantities) {
        this.belief = belief;
        OptogeneticModel model = belief.model();
        IdentityHashMap<double[], Integer> places = places(quantities);
        this.tests = new DriveMoments(belief, DriveRows.of(model, stimuli(places)));
        this.all = IntStream.range(0, model.size()).toArray();
        this.own = new double[model.units()][model.size()];
        this.whether = new double[model.units()][model.size()];
        this.testFactors = new double[model.units()][places.size()];
        this.scales = new double[model.units()][model.size() + places.size()];
        this.weight = new WeightBelief(model.slab());
        List<String> names = model.parameterNames();
        for (Quantity quantity : quantities) {
            switch (quantity) {
                case Quantity.Parameter(String name, int unit, double counts) ->
                    add(model, unit, names.indexOf(name), counts);
                case Quantity.Expectation(double[] stimulus, int unit, double counts) ->
                    testFactors[unit][places.getOrDefault(stimulus, 0)] += counts;
            }
        }
    }

    private void add(OptogeneticModel model, int unit, int parameter, double counts) {
        double[] factors = (parameter < model.size() ? own : whether)[unit];
        factors[model.weightOf(parameter)] += counts / model.priorVariance(parameter);
    }

    private static IdentityHashMap<double[], Integer> places(List<Quantity> quantities) {
        IdentityHashMap<double[], Integer> places = new IdentityHashMap<>();
        for (Quantity quantity : quantities) {
            if (quantity instanceof Quantity.Expectation(double[] stimulus, int _, double _)) {
                places.putIfAbsent(stimulus, places.size());
            }
        }
        return places;
    }

    private static double[][] stimuli(IdentityHashMap<double[], Integer> places) {
        double[][] stimuli = new double[places.size()][];
        places.forEach((stimulus, place) -> stimuli[place] = stimulus);
        return stimuli;
    }

    static long bytes(OptogeneticModel model, int mostAtOnce, List<Quantity> quantities) {
        int tests = places(quantities).size();
        return DriveRows.bytes(tests, mostAtOnce) + DriveMoments.bytes(model.units(), tests)
                + (long) Double.BYTES * model.units() * (2L * tests + 3L * model.size());
    }

    @Override
    public void refresh() {
        tests.refresh();
        for (int unit = 0; unit < scales.length; unit++) {
            scales[unit][0] = own[unit][0];
            for (int k = 1; k < all.length; k++) {
                double follows = whether[unit][k] > 0 ? follows(unit, k - 1) : 0;
                scales[unit][k] = own[unit][k] + whether[unit][k] * follows * follows;
            }
            for (int test = 0; test < tests.stimuli(); test++) {
                scales[unit][all.length + test] = testFactors[unit][test]
                        * VarianceView.steepness(tests, unit, test);
            }
        }
    }

    /** By how much the probability that a target is connected changes with its weight. */
    private double follows(int unit, int target) {
        belief.posterior(unit).evidence(target, weight);
        double variance = belief.posterior(unit).covariance().get(target + 1, target + 1);
        return weight.connectedCovariance() / variance;
    }

    @Override
    public View newView(DriveMoments moments, NormalExpectations expectations) {
        return new VarianceView(moments, new DriveProducts(moments, all, tests.rows()), scales, all.length,
                expectations);
    }

    @Override
    public long bytes() {
        return tests.rows().bytes() + DriveMoments.bytes(tests.units(), tests.stimuli())
                + (long) Double.BYTES * scales.length * (2L * tests.stimuli() + 3L * all.length);
    }
}
