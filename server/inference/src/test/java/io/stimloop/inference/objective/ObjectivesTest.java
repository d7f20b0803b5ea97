package io.stimloop.inference.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import io.stimloop.inference.belief.Prediction;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;

/** What objectives make of the answers to their questions. */
final class ObjectivesTest {
    private static final double[] ALIKE = {};
    private static final double[] SECOND_ONLY = {0, 2};
    private static final double ROUNDING = 1e-14;

    @Test
    void uncertaintyIsTheWeightedSumOfVariances() {
        assertThat(new Uncertainty(ALIKE).utility(new TwoCells())).isEqualTo(4 + 9);
        assertThat(new Uncertainty(SECOND_ONLY).utility(new TwoCells())).isEqualTo(18);
    }

    @Test
    void improvementIsMeasuredFromTheGreatestMeanAndTheMargin() {
        assertThat(new Improvement(Improvement.Kind.PROBABILITY, 1, ALIKE).utility(new TwoCells()))
                .isEqualTo(0.11 + 0.21);
        assertThat(new Improvement(Improvement.Kind.EXPECTED, 1, SECOND_ONLY).utility(new TwoCells()))
                .isEqualTo(2 * 210);
    }

    @Test
    void aLevelSetIsSoughtWhereItIsUndecidedAndUnknown() {
        double first = entropy(0.05);
        double second = entropy(0.15);
        assertThat(new LevelSet(5, ALIKE).utility(new TwoCells())).isCloseTo(2 * first + 3 * second,
                within(ROUNDING));
    }

    @Test
    void aPlaceThatIsDecidedIsNoPartOfALevelSet() {
        assertThat(new LevelSet(100, ALIKE).utility(new TwoCells())).isZero();
    }

    @Test
    void aTargetIsMissedByTheSquareOfTheDistanceAndByWhatIsUnknown() {
        TargetResponse target = new TargetResponse(new double[]{11, 18}, 0.5, ALIKE);
        assertThat(target.utility(new TwoCells())).isEqualTo(0.5 * 2 - 1 - 4 + 0.5 * 3 - 4 - 9);
    }

    @Test
    void whatSeeksAResponseIsWorthTheMoreTheNearerItComes() {
        double[] expected = {4, 7, 1000};
        IntPredicate firstTwo = unit -> unit < 2;
        double[] doubled = {1, 2, 1};
        assertThat(new Improvement(Improvement.Kind.EXPECTED, 1, doubled).worth(expected, firstTwo))
                .isEqualTo(4 + 14);
        assertThat(new LevelSet(5, doubled).worth(expected, firstTwo)).isEqualTo(-1 - 4);
        assertThat(new TargetResponse(new double[]{5, 5, 5}, 3, doubled).worth(expected, firstTwo))
                .isEqualTo(-1 - 8);
    }

    @Test
    void anAnswerThatWasNotAskedForIsNotGiven() {
        Prediction silent = new Prediction() {};
        assertThatIllegalStateException().isThrownBy(() -> new Infomax().utility(silent))
                .withMessageContaining("information");
        assertThatIllegalStateException().isThrownBy(() -> new Uncertainty(ALIKE).utility(silent));
    }

    private static double entropy(double p) {
        return -p * Math.log(p) - (1 - p) * Math.log(1 - p);
    }

    /** Means 10 and 20, sd 2 and 3; the greatest means are 10 and 20 too. */
    private static final class TwoCells implements Prediction {
        @Override
        public int units() {
            return 2;
        }

        @Override
        public double mean(int unit) {
            return 10 * (unit + 1);
        }

        @Override
        public double variance(int unit) {
            return unit == 0 ? 4 : 9;
        }

        @Override
        public double greatestMean(int unit) {
            return mean(unit);
        }

        @Override
        public double probabilityAbove(int unit, double level) {
            return level / 100 + (unit == 1 && level < 20 ? 0.1 : 0);
        }

        @Override
        public double expectedExcess(int unit, double level) {
            return 10 * level;
        }
    }
}
