package io.stimloop.inference.particle;

import static org.assertj.core.api.Assertions.assertThat;

import io.stimloop.inference.belief.Belief;
import io.stimloop.inference.belief.BeliefSource;
import io.stimloop.inference.belief.Truth;
import io.stimloop.inference.response.Densities;
import io.stimloop.numerics.random.Streams;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Simulation-based calibration (Talts et al. 2018, arXiv 1804.06788): truths drawn from the prior rank uniformly among draws
 * from the posterior. Chi-square over {@value #BINS} ranks; a right program fails once in 10,000 times for each parameter.
 */
class ParticleCalibrationTest {
    private static final int REPEATS = 400;
    private static final int BINS = 10;
    private static final int TRIALS = 20;
    /** The 1 - 1e-4 quantile of chi-square with 9 degrees of freedom. */
    private static final double LIMIT = 33.72;

    record Case(String name, BeliefSource source, int dimensions) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Case> cases() {
        ParticleSettings settings = new ParticleSettings(300, 0.5, 3, 11);
        return Stream.of(
                new Case("bump", new ParticleSource(Models.bump(),
                        List.of(Densities.uniform(-5, 5), Densities.normal(1, 1)), settings), 1),
                new Case("coin",
                        new ParticleSource(Models.coin(), List.of(Densities.beta(0.5, 0.5)), settings), 1),
                new Case("phase", new ParticleSource(Models.phase(1), List.of(Densities.periodic(360, 0, 0)),
                        settings), 1));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void truthsRankUniformlyAmongDraws(Case one) {
        int parameters = one.source.parameterNames().size();
        int[][] ranks = new int[parameters][BINS];
        for (int repeat = 0; repeat < REPEATS; repeat++) {
            UniformRandomProvider random = Streams.of(20, repeat, 0);
            Truth truth = one.source.drawTruth(random);
            Belief belief = one.source.create();
            double[] response = new double[1];
            for (int trial = 0; trial < TRIALS; trial++) {
                double[] stimulus = {
                        one.name.equals("phase") ? 360 * random.nextDouble() : 10 * random.nextDouble() - 5};
                truth.respond(stimulus, random, response);
                belief.condition(stimulus, response);
            }
            int[] below = new int[parameters];
            for (int draw = 0; draw < BINS - 1; draw++) {
                double[] drawn = belief.draw(0, random);
                for (int p = 0; p < parameters; p++) {
                    below[p] += drawn[p] < truth.parameters(0)[p] ? 1 : 0;
                }
            }
            for (int p = 0; p < parameters; p++) {
                ranks[p][below[p]]++;
            }
        }
        for (int[] counts : ranks) {
            double expected = (double) REPEATS / BINS;
            double chiSquare = 0;
            for (int count : counts) {
                chiSquare += (count - expected) * (count - expected) / expected;
            }
            assertThat(chiSquare).isLessThan(LIMIT);
        }
    }
}
