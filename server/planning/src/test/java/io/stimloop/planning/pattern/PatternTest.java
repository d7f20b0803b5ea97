package io.stimloop.planning.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stimloop.numerics.random.Streams;
import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;

/** What may be done to a pattern in the making is what the rules say of the pattern that comes of it. */
class PatternTest {
    /** 400 sets of rules for up to 80 targets; every change that can be made to patterns on a random way. */
    @Test
    void changesAreAllowedWhereTheirResultIs() {
        long[] allowed = new long[6];
        for (int seed = 0; seed < 400; seed++) {
            UniformRandomProvider random = Streams.of(seed, 0, 1);
            PatternRules rules = Patterns.rules(2 + random.nextInt(79), random);
            Pattern pattern = new Pattern(rules);
            for (int step = 0; step < 40; step++) {
                int target = random.nextInt(rules.targets());
                int level = random.nextInt(rules.levels());
                check(rules, pattern, target, level, allowed);
                move(rules, pattern, target, level);
                assertThat(pattern.size() == 0 || rules.admits(pattern.stimulus())).isTrue();
            }
        }
        assertThat(allowed).as("forbidden and allowed, of each kind").doesNotContain(0);
    }

    private static void check(PatternRules rules, Pattern pattern, int target, int level, long[] allowed) {
        double[] changed = pattern.stimulus().clone();
        boolean on = changed[target] > 0;
        boolean same = changed[target] == rules.power(level);
        changed[target] = rules.power(level);
        count(allowed, 0, pattern.mayAdd(target, level), !on && rules.admits(changed));
        if (on) {
            count(allowed, 2, pattern.mayChange(target, level), !same && rules.admits(changed));
        }
        for (int i = 0; i < pattern.size(); i++) {
            double[] replaced = changed.clone();
            replaced[pattern.on(i)] = 0;
            count(allowed, 4, pattern.mayReplace(pattern.on(i), target, level),
                    !on && rules.admits(replaced));
        }
    }

    private static void count(long[] allowed, int kind, boolean said, boolean right) {
        assertThat(said).isEqualTo(right);
        allowed[kind + (said ? 1 : 0)]++;
    }

    private static void move(PatternRules rules, Pattern pattern, int target, int level) {
        if (pattern.mayAdd(target, level)) {
            pattern.add(target, level);
        } else if (pattern.size() == rules.mostOn()) {
            pattern.remove(pattern.on(target % pattern.size()));
        }
    }

    @Test
    void whatMustRestIsNotLit() {
        Pattern pattern = new Pattern(Patterns.atMost(70, 3, 1, 2));
        pattern.clear(new long[]{1L << 3, 1L << 1});
        assertThat(pattern.mayAdd(3, 0)).isFalse();
        assertThat(pattern.mayAdd(65, 0)).isFalse();
        double[] other = new double[70];
        other[2] = 1;
        other[3] = 2;
        other[69] = 2;
        pattern.addAll(other);
        assertThat(pattern.size()).isEqualTo(2);
        assertThat(pattern.stimulus()[69]).isEqualTo(2);
        assertThat(pattern.mayReplace(2, 65, 0)).isFalse();
        assertThat(pattern.mayReplace(2, 66, 0)).isTrue();
    }

    @Test
    void totalsOfPowersThatAreNoBinaryFractionsReachTheirLimit() {
        double[] most = new double[3];
        Arrays.fill(most, 1);
        PatternRules rules = new PatternRules(new double[]{0.1}, most, 3, 0.3, Conflicts.none(3), false);
        assertThat(rules.admits(new double[]{0.1, 0.1, 0.1})).as("0.30000000000000004").isTrue();
        assertThat(rules.admits(new double[]{0, 0, 0})).as("dark").isFalse();
        assertThat(rules.admits(new double[]{Double.NaN, 0, 0})).isFalse();
        assertThat(rules.admits(new double[]{0.2, 0, 0})).as("no power of the set").isFalse();
        assertThatThrownBy(() -> new PatternRules(new double[]{0}, most, 3, 1, Conflicts.none(3), false))
                .hasMessageContaining("a power above 0");
    }
}
