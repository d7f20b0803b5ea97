package io.stimloop.inference.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.stimloop.inference.belief.Belief;
import io.stimloop.inference.belief.BeliefSource;
import io.stimloop.inference.belief.CurvePoint;
import io.stimloop.inference.belief.ParameterSummary;
import io.stimloop.inference.belief.Question;
import io.stimloop.inference.belief.ResponsePredictor;
import io.stimloop.inference.objective.Infomax;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a cell or a subject does, a grid stays finite and proper, whether it stays or is refined. */
final class GridBadInputTest {
    static Stream<Arguments> curves() {
        return Stream.of(Arguments.of("stays", Refined.coarsest()),
                Arguments.of("is refined", Refined.coarsest().refined(Refinement.USUAL)));
    }

    static Stream<Arguments> subjects() {
        return Stream.of(Arguments.of("stays", Refined.coarseWeibull()),
                Arguments.of("is refined", Refined.coarseWeibull().refined(Refinement.USUAL)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("curves")
    void aSilentCellLeavesTheLeastRate(String name, BeliefSource source) {
        Belief belief = source.create();
        for (int t = 0; t < 1_000; t++) {
            belief.condition(Refined.STIMULI[t % Refined.STIMULI.length], new double[]{0});
            Refined.maintain(belief);
        }
        proper(belief, Refined.STIMULI);
        assertThat(belief.curve(Refined.STIMULI)).as(name)
                .allSatisfy(point -> assertThat(point.mean()).isLessThan(1.1));
        assertThat(belief.warnings()).as(name)
                .anySatisfy(told -> assertThat(told).contains("at the edge"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("curves")
    void enormousCountsLeaveTheGreatestRate(String name, BeliefSource source) {
        Belief belief = source.create();
        for (int t = 0; t < 30; t++) {
            double told = belief.condition(Refined.STIMULI[t % Refined.STIMULI.length],
                    new double[]{100_000});
            assertThat(told).as(name).isFinite().isNegative();
            Refined.maintain(belief);
        }
        proper(belief, Refined.STIMULI);
        assertThat(belief.curve(Refined.STIMULI)).as(name)
                .anySatisfy(point -> assertThat(point.mean()).isGreaterThan(240));
        assertThat(belief.warnings()).as(name)
                .anySatisfy(told -> assertThat(told).contains("at the edge"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("curves")
    void aStimulusTenThousandTimesIsKnownThereOnly(String name, BeliefSource source) {
        Belief belief = source.create();
        double[] stimulus = {1.5};
        for (int t = 0; t < 10_000; t++) {
            belief.condition(stimulus, new double[]{t % 3 == 0 ? 20 : 11});
            Refined.maintain(belief);
        }
        proper(belief, Refined.STIMULI);
        CurvePoint there = belief.curve(new double[][]{stimulus}).getFirst();
        assertThat(there.mean()).as(name).isCloseTo(14, within(name.equals("stays") ? 1.5 : 0.2));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("subjects")
    void perfectSeparationLeavesTheSteepestSlope(String name, BeliefSource source) {
        Belief belief = source.create();
        for (int t = 0; t < 1_000; t++) {
            double[] level = Refined.LEVELS[t % Refined.LEVELS.length];
            belief.condition(level, new double[]{level[0] > -19 ? 1 : 0});
            Refined.maintain(belief);
        }
        proper(belief, Refined.LEVELS);
        assertThat(belief.parameters().get(1).mean()).as(name).isGreaterThan(3);
    }

    private static void proper(Belief belief, double[][] stimuli) {
        assertThat(belief.entropyNats()).isFinite();
        for (ParameterSummary parameter : belief.parameters()) {
            assertThat(parameter.mean()).as("%s", parameter).isFinite();
            assertThat(parameter.sd()).as("%s", parameter).isFinite().isNotNegative();
            assertThat(parameter.quantiles()).as("%s", parameter).isSorted();
        }
        ResponsePredictor predictor = belief.predictor(new double[][]{stimuli[3]}, Question.INFORMATION);
        assertThat(new Infomax().utility(predictor.newView().predict(0))).as("nats").isBetween(-1e-9, 10.0);
        assertThat(belief.forecast(stimuli[3]).probability(0, 0)).isBetween(0.0, 1 + 1e-9);
    }
}
