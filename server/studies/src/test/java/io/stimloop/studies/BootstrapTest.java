package io.stimloop.studies;

import static org.assertj.core.api.Assertions.assertThat;

import io.stimloop.numerics.random.Streams;
import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;

final class BootstrapTest {
    @Test
    void theMedianIsTheMiddleOrBetweenTheTwoInTheMiddle() {
        assertThat(Bootstrap.median(new double[]{5, 1, 9})).isEqualTo(5);
        assertThat(Bootstrap.median(new double[]{5, 1, 9, 6})).isEqualTo(5.5);
    }

    /** A 95% interval holds the mean in 93 to 95 of 100 samples of 40; fewer than 165 of 200 come once in 10,000 times. */
    @Test
    void intervalsHoldTheMeanNearlyAsOftenAsTheySay() {
        int held = 0;
        for (int sample = 0; sample < 200; sample++) {
            UniformRandomProvider random = Streams.of(3, sample, 0);
            double[] values = new double[40];
            Arrays.setAll(values, i -> random.nextDouble());
            double[] interval = Bootstrap.interval(values, Bootstrap::mean);
            held += interval[0] <= 0.5 && interval[1] >= 0.5 ? 1 : 0;
        }
        assertThat(held).isBetween(165, 199);
    }

    @Test
    void checkpointsAreRoundAndEndWithTheLastTrial() {
        assertThat(Checkpoints.upTo(60)).containsExactly(1, 2, 3, 5, 7, 10, 20, 30, 50, 60);
        assertThat(Checkpoints.listed(new int[]{4}, 9)).containsExactly(4, 9);
    }
}
