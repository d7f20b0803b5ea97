package io.stimloop.rig.guard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RulesTest {
    private static final long SECOND = 1_000_000_000;
    private static final double[] FIRST = {4, 0};
    private static final double[] SECOND_ONE = {0, 4};

    @Test
    void aValueRestsWhileTheOthersGoOn() {
        RestRule rule = new RestRule(2, SECOND);
        rule.note(FIRST, -SECOND);
        assertThat(rule.refusal(FIRST, -1)).contains("value 0 must rest for 1 ms more");
        assertThat(rule.refusal(SECOND_ONE, -1)).isEmpty();
        assertThat(rule.refusal(FIRST, 0)).isEmpty();
    }

    @Test
    void energyCountsUntilAWholeWindowHasPassed() {
        EnergyRule rule = new EnergyRule(0, 2, 0.5, 10 * SECOND, 4, Double.POSITIVE_INFINITY);
        assertThat(rule.refusal(FIRST, 0)).isEmpty();
        rule.note(FIRST, 0);
        rule.note(SECOND_ONE, SECOND);
        assertThat(rule.refusal(FIRST, 10 * SECOND)).contains("6.0 mJ within 10.0 s; at most 4.0 may be");
        assertThat(rule.refusal(FIRST, 10 * SECOND + SECOND / 2 + 1)).isEmpty();
    }

    @Test
    void energyOfAnExperimentIsNeverForgotten() {
        EnergyRule rule = new EnergyRule(0, 1, 1, SECOND, Double.POSITIVE_INFINITY, 9);
        rule.note(FIRST, 0);
        rule.note(FIRST, 100 * SECOND);
        assertThat(rule.refusal(FIRST, 1000 * SECOND)).contains("12.0 mJ in all; at most 9.0 may be");
        assertThat(rule.refusal(SECOND_ONE, 1000 * SECOND)).isEmpty();
    }

    @Test
    void notANumberIsOutsideEveryRule() {
        double[] notANumber = {Double.NaN, 0};
        assertThat(new RangeRule(new double[2], FIRST).refusal(notANumber, 0)).isPresent();
        assertThat(new TogetherRule(2, 9).refusal(notANumber, 0)).isPresent();
        assertThat(new EnergyRule(0, 2, 1, SECOND, 9, 9).refusal(notANumber, 0)).isPresent();
    }

    @Test
    void aMissingLimitAllowsNothing() {
        assertThat(new TogetherRule(0, 0).refusal(FIRST, 0)).isPresent();
        assertThat(new EnergyRule(0, 2, 1, 0, 0, 0).refusal(FIRST, 0)).isPresent();
    }
}
