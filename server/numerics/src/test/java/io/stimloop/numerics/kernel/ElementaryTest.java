package io.stimloop.numerics.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.stimloop.numerics.random.Streams;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;

class ElementaryTest {
    private static final long SEED = 5;
    private static final int DRAWS = 1_000_000;

    @Test
    void expIsWithinTwoUlpOverItsWholeRange() {
        UniformRandomProvider random = Streams.of(SEED, 0, 0);
        double worst = 0;
        for (int i = 0; i < DRAWS; i++) {
            double x = -745.1 + random.nextDouble() * 1454.8;
            worst = Math.max(worst, ulps(Elementary.exp(x), StrictMath.exp(x)));
            double small = (random.nextDouble() - 0.5) * 2;
            worst = Math.max(worst, ulps(Elementary.exp(small), StrictMath.exp(small)));
        }
        assertThat(worst).as("seed %d", SEED).isLessThanOrEqualTo(2);
    }

    @Test
    void expUnderflowsToZeroAndOverflowsToInfinity() {
        assertThat(Elementary.exp(Double.NEGATIVE_INFINITY)).isZero();
        assertThat(Elementary.exp(-1e300)).isZero();
        assertThat(Elementary.exp(-746)).isZero();
        assertThat(Elementary.exp(-745)).isEqualTo(Double.MIN_VALUE);
        assertThat(Elementary.exp(0)).isEqualTo(1);
        assertThat(Elementary.exp(709.7)).isFinite();
        assertThat(Elementary.exp(710)).isInfinite();
        assertThat(Elementary.exp(Double.NaN)).isNaN();
    }

    @Test
    void logIsWithinTwoUlpOverAllNormalNumbers() {
        UniformRandomProvider random = Streams.of(SEED, 1, 0);
        double worst = 0;
        for (int i = 0; i < DRAWS; i++) {
            double x = StrictMath.exp(-708 + random.nextDouble() * 1417);
            worst = Math.max(worst, ulps(Elementary.log(x), StrictMath.log(x)));
            double nearOne = 1 + (random.nextDouble() - 0.5) * StrictMath.exp(-random.nextDouble() * 30);
            worst = Math.max(worst, ulps(Elementary.log(nearOne), StrictMath.log(nearOne)));
        }
        assertThat(worst).as("seed %d", SEED).isLessThanOrEqualTo(2);
    }

    @Test
    void logOfPowersOfTwoAndOfTheEndsOfTheRangeIsRight() {
        assertThat(Elementary.log(1)).isZero();
        assertThat(ulps(Elementary.log(Double.MIN_NORMAL), StrictMath.log(Double.MIN_NORMAL))).isLessThan(2);
        assertThat(ulps(Elementary.log(Double.MAX_VALUE), StrictMath.log(Double.MAX_VALUE))).isLessThan(2);
        for (int e = -1000; e <= 1000; e++) {
            double x = Math.scalb(1.0, e);
            assertThat(ulps(Elementary.log(x), StrictMath.log(x))).isLessThan(2);
        }
    }

    private static double ulps(double value, double truth) {
        return Math.abs(value - truth) / Math.ulp(truth);
    }
}
