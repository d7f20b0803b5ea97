package io.stimloop.rig.guard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RulesTest {
    private static final long SECOND = 1_000_000_000;
    private static final int[] BOTH = {0, 1};
    private static final double[] FIRST = {4, 0};
    private static final double[] SECOND_ONE = {0, 4};

    @Test
    void aValueRestsWhileTheOthersGoOn() {
        RestRule rule = new RestRule(BOTH, SECOND);
        rule.note(FIRST, -SECOND);
        assertThat(rule.refusal(FIRST, -1)).contains("value 0 must rest for 1 ms more");
        assertThat(rule.refusal(SECOND_ONE, -1)).isEmpty();
        assertThat(rule.refusal(FIRST, 0)).isEmpty();
    }

    @Test
    void energyCountsUntilAWholeWindowHasPassed() {
        EnergyRule rule = new EnergyRule(BOTH, Train.onePulse(500), 10 * SECOND, 4, Double.POSITIVE_INFINITY);
        assertThat(rule.refusal(FIRST, 0)).isEmpty();
        rule.note(FIRST, 0);
        rule.note(SECOND_ONE, SECOND);
        assertThat(rule.refusal(FIRST, 10 * SECOND)).contains("6.0 mJ within 10.0 s; at most 4.0 may be");
        assertThat(rule.refusal(FIRST, 10 * SECOND + SECOND / 2 + 1)).isEmpty();
    }

    @Test
    void energyOfAnExperimentIsNeverForgotten() {
        EnergyRule rule = new EnergyRule(new int[]{0}, Train.onePulse(1_000), SECOND,
                Double.POSITIVE_INFINITY, 9);
        rule.note(FIRST, 0);
        rule.note(FIRST, 100 * SECOND);
        assertThat(rule.refusal(FIRST, 1000 * SECOND)).contains("12.0 mJ in all; at most 9.0 may be");
        assertThat(rule.refusal(SECOND_ONE, 1000 * SECOND)).isEmpty();
    }

    @Test
    void notANumberIsOutsideEveryRule() {
        double[] notANumber = {Double.NaN, 0};
        assertThat(new RangeRule(new double[2], FIRST).refusal(notANumber, 0)).isPresent();
        assertThat(new TogetherRule(BOTH, 2, 9).refusal(notANumber, 0)).isPresent();
        assertThat(new EnergyRule(BOTH, Train.onePulse(1_000), SECOND, 9, 9).refusal(notANumber, 0))
                .isPresent();
    }

    @Test
    void aMissingLimitAllowsNothing() {
        assertThat(new TogetherRule(BOTH, 0, 0).refusal(FIRST, 0)).isPresent();
        assertThat(new EnergyRule(BOTH, Train.onePulse(1_000), 0, 0, 0).refusal(FIRST, 0)).isPresent();
    }

    @Test
    void aRestBeginsAtTheEndOfATrainAndGrowsWithIt() {
        Train train = new Train(stimulus -> 100, stimulus -> 3, stimulus -> 5);
        RestRule rule = new RestRule(BOTH, train, SECOND / 2, 2);
        rule.note(FIRST, 0);
        // Three pulses, 200 ms apart, end after 500 ms; twice that is the longer rest.
        assertThat(rule.refusal(FIRST, SECOND + SECOND / 2 - 1)).isPresent();
        assertThat(rule.refusal(FIRST, SECOND + SECOND / 2)).isEmpty();
    }

    @Test
    void theShapeOfATrainIsHeldWhereSomethingIsOn() {
        Train train = new Train(stimulus -> stimulus[1], stimulus -> 3, stimulus -> 20);
        TrainRule rule = new TrainRule(new int[]{0}, train, 10, 110, 20);
        assertThat(rule.refusal(new double[]{4, 10}, 0)).isEmpty();
        assertThat(rule.refusal(new double[]{4, 10.1}, 0)).contains("pulses of 10.1 ms; at most 10.0 may be");
        assertThat(rule.refusal(new double[]{4, 0}, 0)).isPresent();
        assertThat(rule.refusal(new double[]{4, Double.NaN}, 0)).isPresent();
        assertThat(rule.refusal(new double[]{0, 99}, 0)).isEmpty();
        assertThat(new TrainRule(new int[]{0}, train, 10, 109, 20).refusal(new double[]{4, 10}, 0))
                .contains("a train of 110.0 ms; at most 109.0 may be");
        assertThat(new TrainRule(new int[]{0}, train, 10, 110, 19).refusal(new double[]{4, 10}, 0))
                .contains("20.0 pulses a second; at most 19.0 may be");
    }

    @Test
    void timeOnAndTrainsAreCountedWithinAWindow() {
        DutyRule duty = new DutyRule(0, Train.onePulse(400), 2 * SECOND, 1, Double.POSITIVE_INFINITY);
        duty.note(FIRST, 0);
        duty.note(FIRST, SECOND);
        duty.note(SECOND_ONE, SECOND);
        assertThat(duty.refusal(FIRST, 2 * SECOND)).isPresent();
        assertThat(duty.refusal(SECOND_ONE, 2 * SECOND)).isEmpty();
        assertThat(duty.refusal(FIRST, 2 * SECOND + 400_000_001)).isEmpty();
        DutyRule rate = new DutyRule(0, Train.onePulse(1), SECOND, Double.POSITIVE_INFINITY, 1);
        assertThat(rate.refusal(FIRST, 0)).isEmpty();
        rate.note(FIRST, 0);
        assertThat(rate.refusal(FIRST, SECOND))
                .contains("value 0 has 2 trains within 1.0 s; it may have 1.0");
        assertThat(rate.refusal(FIRST, SECOND + 1_000_001)).isEmpty();
    }

    @Test
    void warmthRisesAndFallsExponentially() {
        HeatRule.Part fast = new HeatRule.Part(0.1, 1);
        HeatRule.Part none = new HeatRule.Part(0, 1);
        double afterOneSecond = 0.4 * (1 - Math.exp(-1));
        assertThat(new HeatRule(BOTH, Train.onePulse(1_000), afterOneSecond, fast, none).refusal(FIRST, 0))
                .isEmpty();
        assertThat(new HeatRule(BOTH, Train.onePulse(1_000), afterOneSecond - 1e-4, fast, none)
                .refusal(FIRST, 0)).isPresent();
        // A second of light, a second without, a second of light.
        double again = afterOneSecond * Math.exp(-2) + afterOneSecond;
        HeatRule rule = new HeatRule(BOTH, Train.onePulse(1_000), again, fast, none);
        rule.note(FIRST, 0);
        assertThat(rule.refusal(SECOND_ONE, 2 * SECOND)).isEmpty();
        assertThat(rule.refusal(SECOND_ONE, 2 * SECOND - SECOND / 100)).isPresent();
        Train two = new Train(stimulus -> 1_000, stimulus -> 2, stimulus -> 0.5);
        assertThat(new HeatRule(BOTH, two, again, fast, none).refusal(FIRST, 0)).isEmpty();
        assertThat(new HeatRule(BOTH, two, again - 1e-4, fast, none).refusal(FIRST, 0)).isPresent();
    }

    @Test
    void valuesThatExcludeEachOtherAreNotOnTogether() {
        boolean[][] excluded = {{false, true}, {true, false}};
        ApartRule rule = new ApartRule(excluded);
        assertThat(rule.refusal(new double[]{1, 1}, 0)).contains("values 0 and 1 may not be on together");
        assertThat(rule.refusal(FIRST, 0)).isEmpty();
        assertThat(rule.refusal(SECOND_ONE, 0)).isEmpty();
    }

    @Test
    void whatPulsesLeaveIsBoundedEachAndWithinAWindow() {
        // 4 uA for 500 us are 2 nC; a tenth of it stays.
        ChargeRule.Pulses pulses = new ChargeRule.Pulses(Train.onePulse(1), stimulus -> 500, stimulus -> 0.9);
        assertThat(new ChargeRule(0, pulses, new ChargeRule.Limits(0.05, 0.1, 9, SECOND)).refusal(FIRST, 0))
                .isPresent();
        ChargeRule rule = new ChargeRule(0, pulses, new ChargeRule.Limits(0.05, 0.2, 0.5, SECOND));
        rule.note(FIRST, 0);
        assertThat(rule.refusal(FIRST, 1)).isEmpty();
        rule.note(FIRST, 1);
        assertThat(rule.refusal(FIRST, 2)).isPresent();
        assertThat(rule.refusal(FIRST, SECOND + 1_000_001)).isEmpty();
    }
}
