package io.stimloop.inference.optogenetic;

import static org.assertj.core.api.Assertions.assertThat;

import io.stimloop.inference.belief.Truth;
import io.stimloop.inference.response.Link;
import io.stimloop.numerics.random.Streams;
import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;

/** Which targets drive which neurons, in simulated populations of fixed seeds. */
class ConnectivityTest {
    private static final int MOST_TRIALS = 600;

    @Test
    void connectionsAreFound() {
        Mapping mapping = new Mapping(Optogenetics.model(Link.EXPONENTIAL, 6, 30, 0.15),
                Optogenetics.stimuli(30, 110, 1), 1);
        for (int trial = 0; trial < 150; trial++) {
            mapping.informativeTrial();
        }
        assertThat(mapping.f1()).isGreaterThan(0.95);
        assertThat(areaUnderCurve(mapping, 6, 30)).isGreaterThan(0.97);
    }

    /** Probability that a true connection is thought likelier than one that is not there. */
    private static double areaUnderCurve(Mapping mapping, int units, int targets) {
        double wins = 0;
        double pairs = 0;
        for (int there = 0; there < units * targets; there++) {
            for (int not = 0; not < units * targets; not++) {
                if (mapping.trulyConnected(there / targets, there % targets)
                        && !mapping.trulyConnected(not / targets, not % targets)) {
                    wins += mapping.connected(there / targets, there % targets) > mapping
                            .connected(not / targets, not % targets) ? 1 : 0;
                    pairs++;
                }
            }
        }
        return wins / pairs;
    }

    /**
     * Trials until less than one connection of 80 is expected to be called wrongly, paired over the same populations.
     * Were infomax no better than random, 11 or more of 12 pairs would speak for it with a probability of 0.3%.
     */
    @Test
    void infomaxTakesFewerTrialsThanRandom() {
        OptogeneticModel model = Optogenetics.model(Link.EXPONENTIAL, 4, 20, 0.15);
        double[][] stimuli = Optogenetics.stimuli(20, 100, 1);
        int fewer = 0;
        double[] ratios = new double[12];
        for (int seed = 0; seed < ratios.length; seed++) {
            int informative = trialsNeeded(new Mapping(model, stimuli, seed), true);
            int random = trialsNeeded(new Mapping(model, stimuli, seed), false);
            fewer += informative < random ? 1 : 0;
            ratios[seed] = (double) informative / random;
        }
        assertThat(fewer).isGreaterThanOrEqualTo(11);
        Arrays.sort(ratios);
        assertThat(ratios[ratios.length / 2]).as("median of the ratio of trials").isLessThan(0.6);
    }

    /**
     * Of the connections thought to be there with a probability so many are, where each stimulus was chosen for what it
     * would tell: in thirds of the probabilities. A right belief fails with a probability of 0.6%.
     */
    @Test
    void probabilitiesAreFrequenciesUnderInfomax() {
        OptogeneticModel model = Optogenetics.model(Link.EXPONENTIAL, 4, 12, 0.15);
        double[][] stimuli = Optogenetics.stimuli(12, 40, 1);
        double[] off = new double[3];
        double[] variance = new double[3];
        for (int seed = 0; seed < 60; seed++) {
            Mapping mapping = new Mapping(model, stimuli, 100 + seed);
            for (int trial = 0; trial < 25; trial++) {
                mapping.informativeTrial();
            }
            for (int i = 0; i < 4 * 12; i++) {
                double p = mapping.connected(i / 12, i % 12);
                int third = (int) Math.min(2, 3 * p);
                off[third] += (mapping.trulyConnected(i / 12, i % 12) ? 1 : 0) - p;
                variance[third] += p * (1 - p);
            }
        }
        for (int third = 0; third < 3; third++) {
            assertThat(Math.abs(off[third]) / Math.sqrt(variance[third])).as("third %d", third)
                    .isLessThan(3.1);
        }
    }

    private static int trialsNeeded(Mapping mapping, boolean informative) {
        int trials = 0;
        while (mapping.expectedErrors() > 1 && trials < MOST_TRIALS) {
            if (informative) {
                mapping.informativeTrial();
            } else {
                mapping.randomTrial();
            }
            trials++;
        }
        return trials;
    }

    /**
     * Simulation-based calibration (Talts, Betancourt, Simpson, Vehtari and Gelman 2018), and whether of the targets
     * that are connected with a probability so many are. A right belief fails with a probability of 0.4%.
     */
    @Test
    void ranksAreUniformAndProbabilitiesAreFrequencies() {
        OptogeneticModel model = Optogenetics.model(Link.EXPONENTIAL, 1, 3);
        OptogeneticSource source = new OptogeneticSource(model, 3);
        double[][] stimuli = Optogenetics.stimuli(3, 4, 5);
        int experiments = 600;
        int[] ofBias = new int[10];
        int[] ofWeight = new int[10];
        double off = 0;
        double variance = 0;
        for (int experiment = 0; experiment < experiments; experiment++) {
            UniformRandomProvider random = Streams.of(17, experiment, 0);
            Truth truth = source.drawTruth(random);
            OptogeneticBelief belief = new OptogeneticBelief(model);
            double[] response = new double[1];
            for (int trial = 0; trial < 15; trial++) {
                double[] stimulus = stimuli[random.nextInt(stimuli.length)];
                truth.respond(stimulus, random, response);
                belief.condition(stimulus, response);
            }
            ofBias[rank(belief, truth, 0, random)]++;
            ofWeight[rank(belief, truth, 2, random)]++;
            double p = belief.posterior(0).weight(0).connected();
            off += truth.parameters(0)[model.size()] - p;
            variance += p * (1 - p);
        }
        assertThat(chiSquare(ofBias, experiments)).isLessThan(27.88);
        assertThat(chiSquare(ofWeight, experiments)).isLessThan(27.88);
        assertThat(Math.abs(off) / Math.sqrt(variance)).isLessThan(3.1);
    }

    /** Of the true parameter among 19 draws, ties in any order; from 0 to 9. */
    private static int rank(OptogeneticBelief belief, Truth truth, int parameter,
            UniformRandomProvider random) {
        int below = 0;
        int ties = 0;
        double wanted = truth.parameters(0)[parameter];
        for (int draw = 0; draw < 19; draw++) {
            double drawn = belief.draw(0, random)[parameter];
            below += drawn < wanted ? 1 : 0;
            ties += drawn == wanted ? 1 : 0;
        }
        return (below + random.nextInt(ties + 1)) / 2;
    }

    private static double chiSquare(int[] bins, int experiments) {
        double expected = (double) experiments / bins.length;
        return Arrays.stream(bins).mapToDouble(bin -> (bin - expected) * (bin - expected) / expected).sum();
    }
}
