package io.stimloop.inference.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.stimloop.numerics.random.Streams;
import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;

final class LevelsTest {
    @Test
    void endsAreExactAndStepsEqual() {
        for (long seed = 0; seed < 30; seed++) {
            UniformRandomProvider random = Streams.of(seed, 0, 0);
            double from = 0.1 + 10 * random.nextDouble();
            double to = from + 100 * random.nextDouble();
            int count = 2 + random.nextInt(50);
            double[] linear = Levels.linear(-from, to, count);
            evenlySpaced("seed " + seed, linear, -from, to);
            double[] logarithmic = Levels.logarithmic(from, to, count);
            assertThat(logarithmic[0]).as("seed %d", seed).isEqualTo(from);
            assertThat(logarithmic[count - 1]).as("seed %d", seed).isEqualTo(to);
            double[] logs = Arrays.stream(logarithmic).map(StrictMath::log).toArray();
            evenlySpaced("seed " + seed, logs, StrictMath.log(from), StrictMath.log(to));
        }
    }

    private static void evenlySpaced(String where, double[] levels, double from, double to) {
        assertThat(levels[0]).as(where).isEqualTo(from);
        assertThat(levels[levels.length - 1]).as(where).isEqualTo(to);
        double step = (to - from) / (levels.length - 1);
        for (int i = 1; i < levels.length; i++) {
            assertThat(levels[i] - levels[i - 1]).as(where).isCloseTo(step, within(1e-12 * (1 + to)));
        }
    }

    @Test
    void refusalsNameTheArgumentAndItsValue() {
        refused("from: NaN", Double.NaN, 1, 3);
        refused("from: -Infinity", Double.NEGATIVE_INFINITY, 1, 3);
        refused("to: 2.0", 2, 2, 3);
        refused("to: 1.0", 2, 1, 3);
        refused("to: NaN", 2, Double.NaN, 3);
        refused("to: Infinity", 2, Double.POSITIVE_INFINITY, 3);
        refused("count: 1", 2, 3, 1);
        assertThatIllegalArgumentException().isThrownBy(() -> Levels.logarithmic(0, 1, 3))
                .withMessageContaining("from: 0.0");
        assertThatIllegalArgumentException().isThrownBy(() -> Levels.logarithmic(-1, 1, 3))
                .withMessageContaining("from: -1.0");
    }

    private static void refused(String message, double from, double to, int count) {
        assertThatIllegalArgumentException().isThrownBy(() -> Levels.linear(from, to, count))
                .withMessageContaining(message);
        assertThatIllegalArgumentException().isThrownBy(() -> Levels.logarithmic(from, to, count))
                .withMessageContaining(message.substring(0, message.indexOf(' ')));
    }
}
