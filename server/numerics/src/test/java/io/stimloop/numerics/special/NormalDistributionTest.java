package io.stimloop.numerics.special;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.numbers.gamma.Erfc;
import org.junit.jupiter.api.Test;

final class NormalDistributionTest {
    @Test
    void theDistributionFunctionKeepsItsDigitsInTheLowerTail() {
        for (double z = -37; z < 8; z += 0.01) {
            double right = Erfc.value(-z / Math.sqrt(2)) / 2;
            assertThat(NormalDistribution.cdf(z)).as("at %s", z).isCloseTo(right,
                    within((2 + z * z) * 4e-16 * right));
        }
    }

    @Test
    void bothTailsMakeOne() {
        for (double z = 0; z < 10; z += 0.37) {
            assertThat(NormalDistribution.cdf(z) + NormalDistribution.cdf(-z)).isCloseTo(1, within(1e-15));
        }
        assertThat(NormalDistribution.cdf(0)).isEqualTo(0.5);
        assertThat(NormalDistribution.cdf(Double.NEGATIVE_INFINITY)).isZero();
        assertThat(NormalDistribution.cdf(Double.POSITIVE_INFINITY)).isEqualTo(1);
    }

    @Test
    void theDensityIsTheSlope() {
        double step = 1e-5;
        for (double z = -5; z <= 5; z += 0.5) {
            double slope = (NormalDistribution.cdf(z + step) - NormalDistribution.cdf(z - step)) / (2 * step);
            assertThat(NormalDistribution.density(z)).isCloseTo(slope, within(1e-9));
        }
    }
}
