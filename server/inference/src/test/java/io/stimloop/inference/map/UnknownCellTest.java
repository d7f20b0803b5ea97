package io.stimloop.inference.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.stimloop.inference.belief.Quantity;
import io.stimloop.inference.belief.Question;
import io.stimloop.inference.belief.ResponsePredictor;
import io.stimloop.inference.response.Levels;
import io.stimloop.inference.response.Link;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * The map recommended for an unknown direction-tuned cell, after five counts, against an independent program that
 * inverts dense matrices (numpy).
 */
class UnknownCellTest {
    private static final double[] DISPERSIONS = {0.02, 0.06, 0.12, 0.2, 0.35};
    private static final double[] RATES = {3.4357, 4.7697, 7.7646, 12.4221, 10.7664, 7.1252, 4.0576, 2.5753,
            1.6888, 1.4019, 2.1479, 3.5503, 3.1463, 2.2405, 2.3323, 2.9270};
    private static final double[] UTILITIES = {4.2864, 15.4372, 11.4928, 85.3325, 16.2267, 63.2506, 60.0138,
            39.889, 16.2726, 3.5161, 16.4614, 47.1128, 21.8686, 4.2207, 14.4277, 15.5491};
    private static final double[] DISPERSION_WEIGHTS = {0.0134, 0.2190, 0.3620, 0.2840, 0.1216};

    private final double[][] directions = Arrays.stream(Levels.linear(0, 337.5, 16))
            .mapToObj(x -> new double[]{x}).toArray(double[][]::new);
    private final MapBelief belief = learned();

    private static MapModel model() {
        List<MapKernel> kernels = new ArrayList<>();
        for (double variance : new double[]{0.1, 0.5, 2}) {
            for (double radians : new double[]{0.5, 0.9}) {
                for (double halfTurn : new double[]{0.3, 1, 3}) {
                    kernels.add(kernel(variance, Math.toDegrees(radians), halfTurn));
                }
            }
        }
        double[] kernelProbabilities = new double[kernels.size() + 1];
        Arrays.fill(kernelProbabilities, 1 / 1.1 / kernels.size());
        kernelProbabilities[kernels.size()] = 0.1 / 1.1;
        kernels.add(kernel(1e-4, Math.toDegrees(1), 0));
        double[] dispersions = Arrays.stream(DISPERSIONS)
                .map(d -> Math.exp(-0.5 * Math.pow(Math.log(d / 0.12) / 0.7, 2))).toArray();
        double total = Arrays.stream(dispersions).sum();
        return new MapModel(Link.EXPONENTIAL, DISPERSIONS,
                Arrays.stream(dispersions).map(d -> d / total).toArray(), kernels, kernelProbabilities,
                new double[][]{Levels.linear(0, 337.5, 16)}, new Geometry(new double[]{360}), true,
                new Hedge(0.5, 0.5), RefitRule.NEVER);
    }

    private static MapKernel kernel(double variance, double length, double halfTurn) {
        return new MapKernel(1, 9, variance, new double[]{length}, halfTurn, length, 0.02);
    }

    private MapBelief learned() {
        MapBelief learned = new MapBelief(model());
        int[][] trials = {{0, 3}, {9, 0}, {4, 12}, {13, 1}, {2, 8}};
        for (int[] trial : trials) {
            learned.condition(directions[trial[0]], new double[]{trial[1]});
        }
        return learned;
    }

    @Test
    void theExpectedCountsAgree() {
        for (int i = 0; i < RATES.length; i++) {
            assertThat(belief.curve(directions).get(i).mean()).as("direction %d", i)
                    .isCloseTo(RATES[i], within(1e-4));
        }
    }

    @Test
    void theUsefulnessOfEachDirectionAgrees() {
        List<Quantity> curve = Arrays.stream(directions)
                .map(direction -> (Quantity) new Quantity.Expectation(direction, 0, 1)).toList();
        ResponsePredictor.View view = belief.predictor(directions, new Question.VarianceReduction(curve))
                .newView();
        for (int i = 0; i < UTILITIES.length; i++) {
            assertThat(view.predict(i).varianceReduction()).as("direction %d", i)
                    .isCloseTo(UTILITIES[i], within(1e-4 * UTILITIES[i]));
        }
    }

    @Test
    void theWeightsOfTheHypothesesAgree() {
        for (int d = 0; d < DISPERSIONS.length; d++) {
            int dispersion = d;
            assertThat(weight(h -> belief.hypotheses().get(h).dispersion() == dispersion))
                    .isCloseTo(DISPERSION_WEIGHTS[d], within(1e-4));
        }
        int untuned = belief.hypotheses().size() - DISPERSIONS.length;
        assertThat(weight(h -> h >= untuned)).isCloseTo(0.01142, within(1e-5));
    }

    private double weight(java.util.function.IntPredicate which) {
        return IntStream.range(0, belief.hypotheses().size()).filter(which)
                .mapToDouble(belief.hypotheses()::weight).sum();
    }
}
