package io.stimloop.inference.points;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.stimloop.inference.belief.ParameterSummary;
import org.junit.jupiter.api.Test;

final class MarginalTest {
    private static final double[] DIRECTIONS = {0, 45, 90, 135, 180, 225, 270, 315};

    private static ParameterSummary summary(double period, double... mass) {
        return Marginal.summary("preferred", DIRECTIONS, mass, period, DIRECTIONS[0]);
    }

    @Test
    void massOnBothSidesOfTheSeamCountsAsNear() {
        ParameterSummary summary = summary(360, 0.4, 0.3, 0, 0, 0, 0, 0, 0.3);
        assertThat(summary.mean()).isCloseTo(0, within(1e-9));
        assertThat(summary.sd()).isCloseTo(45 * Math.sqrt(0.6), within(1e-9));
        assertThat(summary.quantiles()).isSorted();
        assertThat(summary.quantiles()[2]).isCloseTo(0, within(1e-9));
    }

    @Test
    void massAwayFromTheSeamIsSummarisedAsOnALine() {
        double[] mass = {0, 0, 0.2, 0.5, 0.3, 0, 0, 0};
        assertThat(summary(360, mass).mean()).isCloseTo(summary(Double.NaN, mass).mean(), within(1e-9));
        assertThat(summary(360, mass).sd()).isCloseTo(summary(Double.NaN, mass).sd(), within(1e-9));
        assertThat(summary(360, mass).quantiles()).containsExactly(summary(Double.NaN, mass).quantiles(),
                within(1e-9));
    }

    @Test
    void aMeanLiesInTheTurnThatBeginsAtTheFirstValue() {
        ParameterSummary summary = summary(360, 0.4, 0, 0, 0, 0, 0, 0, 0.6);
        assertThat(summary.mean()).isCloseTo(315 + 45 * 0.4, within(1e-9));
    }

    @Test
    void aFlatMarginalHasTheSpreadOfAWholeTurn() {
        double eighth = 1 / 8.0;
        ParameterSummary summary = summary(360, eighth, eighth, eighth, eighth, eighth, eighth, eighth,
                eighth);
        assertThat(summary.sd()).isCloseTo(45 * Math.sqrt(63 / 12.0), within(1e-6));
    }
}
