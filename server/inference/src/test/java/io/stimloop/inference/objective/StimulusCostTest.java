package io.stimloop.inference.objective;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class StimulusCostTest {
    private static final double[] NOTHING = {};
    private static final double[] HERE = {10, 350};

    private final StimulusCost cost = new StimulusCost(new double[]{0.5, 0}, new double[]{2, 0.1},
            new double[]{Double.NaN, 360}, 7);

    @Test
    void theFirstStimulusCostsItsDoseOnly() {
        assertThat(cost.of(new double[]{-4, 90}, NOTHING)).isEqualTo(2);
    }

    @Test
    void theSameStimulusAgainCostsItsDoseOnly() {
        assertThat(cost.of(HERE, HERE)).isEqualTo(5);
    }

    @Test
    void anotherStimulusCostsDoseTravelAndSwitching() {
        assertThat(cost.of(new double[]{13, 350}, HERE)).isEqualTo(6.5 + 6 + 7);
    }

    @Test
    void travelOnACircleGoesTheShorterWay() {
        assertThat(cost.of(new double[]{10, 5}, HERE)).isEqualTo(5 + 1.5 + 7);
    }

    @Test
    void nothingCostsNothing() {
        assertThat(StimulusCost.NONE.of(HERE, NOTHING)).isZero();
    }
}
