package io.stimloop.inference.belief;

import static org.assertj.core.api.Assertions.assertThat;

import io.stimloop.inference.grid.Refinement;
import io.stimloop.inference.population.PopulationSource;
import io.stimloop.inference.response.NoiseFamily;
import io.stimloop.numerics.random.Streams;
import java.util.Arrays;
import java.util.stream.Stream;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Curves drawn from beliefs of points scatter as the belief predicts. */
final class DrawCurveTest {
    private static final int TRIALS = 12;

    static Stream<Arguments> beliefs() {
        return Stream.of(Arguments.of("psychometric grid", SmallSources.weibull()),
                Arguments.of("particles", SmallSources.particles()),
                Arguments.of("tuning curve", SmallSources.bump(NoiseFamily.NEGATIVE_BINOMIAL, 25)),
                Arguments.of("population of two",
                        new PopulationSource(SmallSources.bump(NoiseFamily.POISSON, 0), 2)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("beliefs")
    void drawnCurvesHaveThePredictedMoments(String name, BeliefSource source) {
        assertThat(source.drawsCurves(7)).isTrue();
        Belief belief = source.create();
        DrawnCurves.haveThePredictedMoments(belief, 0, stimuli());
        DrawnCurves.areOfOneFunction(belief, 0, new double[]{-17});
        learn(source, belief);
        for (int unit = 0; unit < belief.units(); unit++) {
            DrawnCurves.haveThePredictedMoments(belief, unit, stimuli());
        }
    }

    /** Between the values of a grid that follows the mass, so that the draws scatter a little more. */
    @Test
    void aRefinedGridDrawsBetweenItsValues() {
        BeliefSource source = SmallSources.bump(NoiseFamily.POISSON, 0).refined(Refinement.USUAL);
        Belief belief = source.create();
        UniformRandomProvider random = Streams.of(6, 0, 0);
        double[][] twice = {{-17}, {-17}};
        long distinct = Stream.generate(() -> belief.drawCurve(0, twice, random)[0]).limit(2000).distinct()
                .count();
        assertThat(source.drawsCurves(2)).isTrue();
        assertThat(distinct).isGreaterThan(1900);
        DrawnCurves.areOfOneFunction(belief, 0, new double[]{-17});
    }

    private static double[][] stimuli() {
        double[][] stimuli = new double[7][1];
        UniformRandomProvider random = Streams.of(3, 0, 0);
        Arrays.setAll(stimuli, i -> new double[]{random.nextDouble(-35, 0)});
        return stimuli;
    }

    private static void learn(BeliefSource source, Belief belief) {
        UniformRandomProvider random = Streams.of(4, 0, 0);
        Truth truth = source.drawTruth(random);
        double[] response = new double[source.responses().units()];
        for (int trial = 0; trial < TRIALS; trial++) {
            double[] stimulus = {random.nextDouble(-30, -5)};
            truth.respond(stimulus, random, response);
            belief.condition(stimulus, response);
            belief.maintenance().ifPresent(work -> work.run().adopt());
        }
    }
}
