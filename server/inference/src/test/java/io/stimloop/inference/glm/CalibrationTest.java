package io.stimloop.inference.glm;

import static org.assertj.core.api.Assertions.assertThat;

import io.stimloop.inference.belief.Belief;
import io.stimloop.inference.belief.Truth;
import io.stimloop.inference.response.Link;
import io.stimloop.numerics.random.Streams;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Simulation-based calibration (Talts, Betancourt, Simpson, Vehtari and Gelman 2018) where one Newton step per trial
 * is a good approximation: the rank of the true weight among draws from the posterior is uniform, and so is the place
 * of a count in its forecast. A right belief fails one of these six tests with a probability of 0.6%.
 */
class CalibrationTest {
    private static final int EXPERIMENTS = 600;
    private static final int TRIALS = 30;
    private static final int DRAWS = 19;
    private static final int BINS = 10;
    /** 99.9% quantile of chi-square with 9 degrees of freedom. */
    private static final double CRITICAL = 27.88;

    @ParameterizedTest
    @EnumSource(Link.class)
    void ranksAndPlacesOfCountsAreUniform(Link link) {
        GlmModel model = new GlmModel(link, 2, new FilterPrior.Independent(new double[3], 0.04),
                new GlmModel.Bias(true, 1, 0.2), new GlmModel.Lags(1, 0.02), new GlmModel.Lags(1, 0.02),
                0.01);
        GlmSource source = new GlmSource(model);
        int[] ofFilter = new int[BINS];
        int[] ofCoupling = new int[BINS];
        int[] ofCounts = new int[BINS];
        for (int experiment = 0; experiment < EXPERIMENTS; experiment++) {
            UniformRandomProvider random = Streams.of(11, experiment, link == Link.EXPONENTIAL ? 0 : 1);
            Truth cell = source.drawTruth(random);
            Belief belief = source.create();
            double[] response = new double[2];
            for (double[] stimulus : Models.sphere(TRIALS, 3, 1.5, experiment)) {
                cell.respond(stimulus, random, response);
                if (belief.trials() == TRIALS - 1) {
                    ofCounts[place(belief, stimulus, response[1], random)]++;
                }
                belief.condition(stimulus, response);
            }
            ofFilter[rank(belief, cell, 1, random)]++;
            ofCoupling[rank(belief, cell, 5, random)]++;
        }
        assertThat(chiSquare(ofFilter)).isLessThan(CRITICAL);
        assertThat(chiSquare(ofCoupling)).isLessThan(CRITICAL);
        assertThat(chiSquare(ofCounts)).isLessThan(CRITICAL);
    }

    private static int rank(Belief belief, Truth cell, int weight, UniformRandomProvider random) {
        int below = 0;
        for (int draw = 0; draw < DRAWS; draw++) {
            below += belief.draw(0, random)[weight] < cell.parameters(0)[weight] ? 1 : 0;
        }
        return below * BINS / (DRAWS + 1);
    }

    /** The randomised place of a count in its forecast. */
    private static int place(Belief belief, double[] stimulus, double count, UniformRandomProvider random) {
        var forecast = belief.forecast(stimulus);
        double place = forecast.midProbability(1, count)
                + (random.nextDouble() - 0.5) * forecast.probability(1, count);
        return (int) Math.min(BINS - 1, place * BINS);
    }

    private static double chiSquare(int[] bins) {
        double expected = (double) EXPERIMENTS / BINS;
        double sum = 0;
        for (int bin : bins) {
            sum += (bin - expected) * (bin - expected) / expected;
        }
        return sum;
    }
}
