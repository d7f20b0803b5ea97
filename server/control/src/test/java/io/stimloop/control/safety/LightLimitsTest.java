package io.stimloop.control.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stimloop.numerics.random.Streams;
import io.stimloop.planning.pattern.Conflicts;
import io.stimloop.planning.pattern.PatternRules;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;

/** The one door for patterns of light. */
class LightLimitsTest {
    /** At most 3 on, 10 mW in all, 5 mW of the first; 0 and 2 exclude each other. */
    private final LightLimits limits = new LightLimits(3, 10, new double[]{5, 10, 10, 10},
            new long[][]{{4}, {0}, {1}, {0}});

    @Test
    void eachRuleIsARuleByItself() {
        assertThat(limits.admits(new double[]{5, 5, 0, 0})).isTrue();
        assertThat(limits.admits(new double[]{2, 2, 0, 2})).isTrue();
        assertThat(limits.admits(new double[]{5.1, 0, 0, 0})).as("too strong").isFalse();
        assertThat(limits.admits(new double[]{0, 5, 5, 0.1})).as("too much in all").isFalse();
        assertThat(limits.admits(new double[]{1, 0, 1, 0})).as("excluded").isFalse();
        assertThat(LightLimits.atMost(2).admits(new double[]{1, 1, 1, 0})).as("too many").isFalse();
        assertThat(limits.admits(new double[]{Double.NaN, 0, 0, 0})).as("no number").isFalse();
    }

    @Test
    void roundingOfTheTotalIsForgivenAndNoMore() {
        LightLimits tenths = new LightLimits(9, 0.3, new double[0], new long[0][]);
        assertThat(tenths.admits(new double[]{0.1, 0.1, 0.1})).as("0.30000000000000004").isTrue();
        assertThat(tenths.admits(new double[]{0.1, 0.1, 0.1 + 1e-9})).isFalse();
    }

    @Test
    void saysWhichTargetIsExcludedByWhich() {
        assertThat(limits.firstExcluded(new double[]{1, 0, 1, 0})).isEqualTo(2);
        assertThat(limits.excluder(new double[]{1, 0, 1, 0}, 2)).isZero();
        assertThat(limits.firstExcluded(new double[]{1, 1, 0, 1})).isNegative();
        assertThatThrownBy(() -> new LightLimits(1, Double.NaN, new double[0], new long[0][]))
                .hasMessageContaining("mostTotal");
    }

    /** Both were written by themselves; of 20,000 random patterns under random rules both say the same. */
    @Test
    void agreesWithTheRulesThatPatternsArePlannedBy() {
        int[] answers = new int[2];
        for (int set = 0; set < 200; set++) {
            UniformRandomProvider random = Streams.of(set, 0, 1);
            int targets = 1 + random.nextInt(70);
            double[] powers = {1, 2.5, 7};
            double[] most = random.doubles(targets, 1, 9).toArray();
            Conflicts conflicts = Conflicts.where(targets, (a, b) -> random.nextInt(4) == 0);
            int mostOn = 1 + random.nextInt(4);
            double mostTotal = 1 + 14 * random.nextDouble();
            PatternRules rules = new PatternRules(powers, most, mostOn, mostTotal, conflicts, true);
            LightLimits door = new LightLimits(mostOn, mostTotal, most,
                    IntStream.range(0, targets).mapToObj(conflicts::of).toArray(long[][]::new));
            for (int draw = 0; draw < 100; draw++) {
                double[] pattern = pattern(targets, powers, random);
                assertThat(door.admits(pattern)).as(Arrays.toString(pattern))
                        .isEqualTo(rules.admits(pattern));
                answers[door.admits(pattern) ? 1 : 0]++;
            }
        }
        assertThat(Math.min(answers[0], answers[1])).as("both answers come up").isGreaterThan(3000);
    }

    private static double[] pattern(int targets, double[] powers, UniformRandomProvider random) {
        double[] pattern = new double[targets];
        int on = random.nextInt(5);
        for (int i = 0; i < on; i++) {
            pattern[random.nextInt(targets)] = powers[random.nextInt(powers.length)];
        }
        return pattern;
    }
}
