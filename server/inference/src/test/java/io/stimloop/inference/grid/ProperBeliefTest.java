package io.stimloop.inference.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.stimloop.inference.belief.ParameterSummary;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A belief is a probability distribution, whatever was observed. */
final class ProperBeliefTest {
    private static final double ROUNDING = 1e-12;
    /** With a count as large the logarithms have ten digits before the point, so five after it are left. */
    private static final double ROUNDING_OF_THE_GREATEST = 1e-4;

    @ParameterizedTest
    @MethodSource("io.stimloop.inference.grid.RandomCase#small")
    void posteriorSumsToOneAfterAnySequence(RandomCase drawn) {
        GridBelief belief = drawn.belief();
        proper(drawn, belief, ROUNDING);
        for (Trial trial : drawn.trials(30)) {
            trial.teach(belief);
            proper(drawn, belief, ROUNDING);
        }
        assertThat(belief.trials()).as("%s", drawn).isEqualTo(30);
    }

    @ParameterizedTest
    @MethodSource("io.stimloop.inference.grid.RandomCase#small")
    void aHugeCountLeavesAProperBelief(RandomCase drawn) {
        for (int count : new int[]{1_000, 100_000, Integer.MAX_VALUE}) {
            GridBelief belief = drawn.beliefAfter(1);
            double logProbability = new Trial(drawn.candidates(2)[0][0], count).teach(belief);
            assertThat(logProbability).as("%s, count %d", drawn, count).isFinite();
            if (drawn.model().countCeiling() == 0) {
                assertThat(logProbability).as("%s, count %d", drawn, count).isLessThan(-20);
            }
            proper(drawn, belief, count == Integer.MAX_VALUE ? ROUNDING_OF_THE_GREATEST : 1e-9);
            drawn.trials(5).forEach(trial -> trial.teach(belief));
            proper(drawn, belief, count == Integer.MAX_VALUE ? ROUNDING_OF_THE_GREATEST : 1e-9);
        }
    }

    private static void proper(RandomCase drawn, GridBelief belief, double rounding) {
        assertThat(belief.entropyNats()).as("%s, entropy", drawn)
                .isBetween(-rounding, Math.log(drawn.cells()) + rounding);
        for (double[] marginal : belief.marginals()) {
            assertThat(Arrays.stream(marginal).sum()).as("%s", drawn).isCloseTo(1, within(ROUNDING));
            assertThat(IntStream.range(0, marginal.length)).as("%s", drawn)
                    .allMatch(i -> marginal[i] >= 0 && marginal[i] <= 1 + ROUNDING);
        }
        for (ParameterSummary parameter : belief.parameters()) {
            assertThat(parameter.mean()).as("%s, %s", drawn, parameter).isFinite();
            assertThat(parameter.sd()).as("%s, %s", drawn, parameter).isFinite().isNotNegative();
            assertThat(parameter.quantiles()).as("%s, %s", drawn, parameter).isSorted();
        }
    }
}
