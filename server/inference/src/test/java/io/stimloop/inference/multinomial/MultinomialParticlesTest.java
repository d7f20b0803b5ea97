package io.stimloop.inference.multinomial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.stimloop.inference.belief.Belief;
import io.stimloop.inference.belief.BeliefSource;
import io.stimloop.inference.belief.Truth;
import io.stimloop.inference.particle.ParticleBelief;
import io.stimloop.inference.particle.ParticleSettings;
import io.stimloop.inference.particle.ParticleSource;
import io.stimloop.inference.response.Densities;
import io.stimloop.inference.response.Density;
import io.stimloop.numerics.random.Streams;
import java.util.stream.Stream;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The particle belief of the model against a long chain, and both beliefs by simulation-based calibration. */
class MultinomialParticlesTest {
    private static ParticleSource particles(Multinomial model, int count, long seed) {
        return new ParticleSource(model, model.priors(), new ParticleSettings(count, 0.5, 3, seed));
    }

    /** A random walk of 300,000 steps over the weights of 3 alternatives and the log odds of the lapse rate. */
    @Test
    void agreesWithALongChain() {
        Multinomial model = new Multinomial(3, 1, 1.5, new Lapse.Unknown(2, 10));
        PlainPosterior plain = PlainPosterior.simulated(model, 40, 0.15, 12);
        double[] sums = new double[5];
        double[] squares = new double[5];
        double[] theta = {0, 0, 0, 0, -1.5};
        double density = plain.logDensity(theta);
        UniformRandomProvider random = Streams.of(4, 0, 0);
        Density step = Densities.normal(0, 0.4);
        int steps = 300_000;
        int burnIn = 5_000;
        for (int i = 0; i < burnIn + steps; i++) {
            double[] next = theta.clone();
            for (int p = 0; p < 5; p++) {
                next[p] += step.sample(random);
            }
            double there = plain.logDensity(next);
            if (Math.log(random.nextDouble()) < there - density) {
                theta = next;
                density = there;
            }
            for (int p = 0; p < 5 && i >= burnIn; p++) {
                double value = p < 4 ? theta[p] : plain.lapse(theta);
                sums[p] += value / steps;
                squares[p] += value * value / steps;
            }
        }
        ParticleBelief belief = plain.taught(particles(model, 10_000, 5).create());
        for (int p = 0; p < 5; p++) {
            double sd = Math.sqrt(squares[p] - sums[p] * sums[p]);
            // About 6,000 effective draws each: 0.1 sd are more than 5 standard errors, once in two million.
            assertThat(belief.parameters().get(p).mean()).isCloseTo(sums[p], within(0.1 * sd));
            assertThat(belief.parameters().get(p).sd()).isCloseTo(sd, within(0.1 * sd));
        }
    }

    static Stream<BeliefSource> sources() {
        Multinomial known = new Multinomial(3, 1, 1, new Lapse.Known(0.1));
        Multinomial unknown = new Multinomial(2, 1, 1, new Lapse.Unknown(2, 10));
        return Stream.of(new MultinomialSource(known), particles(known, 300, 1), particles(unknown, 300, 1));
    }

    /**
     * Simulation-based calibration (Talts et al. 2018): ranks of 300 truths among 9 draws, chi-square with 9 degrees of
     * freedom below its 1 - 1e-4 quantile for each weight.
     */
    @ParameterizedTest
    @MethodSource("sources")
    void truthsRankUniformlyAmongDraws(BeliefSource source) {
        int weights = source.parameterNames().size() - 1;
        int repeats = 300;
        int[][] ranks = new int[weights][10];
        for (int repeat = 0; repeat < repeats; repeat++) {
            UniformRandomProvider random = Streams.of(30, repeat, 0);
            Truth truth = source.drawTruth(random);
            Belief belief = source.create();
            double[] response = new double[1];
            for (int trial = 0; trial < 40; trial++) {
                double[] stimulus = {random.nextInt(11) / 2.5 - 2};
                truth.respond(stimulus, random, response);
                belief.condition(stimulus, response);
            }
            int[] below = new int[weights];
            for (int draw = 0; draw < 9; draw++) {
                double[] drawn = belief.draw(0, random);
                for (int p = 0; p < weights; p++) {
                    below[p] += drawn[p] < truth.parameters(0)[p] ? 1 : 0;
                }
            }
            for (int p = 0; p < weights; p++) {
                ranks[p][below[p]]++;
            }
        }
        for (int[] counts : ranks) {
            double chiSquare = 0;
            for (int count : counts) {
                chiSquare += (count - repeats / 10.0) * (count - repeats / 10.0) / (repeats / 10.0);
            }
            assertThat(chiSquare).isLessThan(33.72);
        }
    }
}
