package io.stimloop.control.safety;

import static io.stimloop.control.safety.Wide.SECOND;
import static io.stimloop.control.safety.Wide.give;
import static io.stimloop.control.safety.Wide.only;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The door as a whole: what it looks at first, what time is, and what it says. */
class EnvelopeTest {
    private final Wide wide = new Wide();

    @Test
    void onlyOneFiniteValuePerDimensionIsACommand() {
        SafetyEnvelope door = wide.ofLight();
        assertThat(only(door, 0, 1, 0, 0)).isEqualTo(Rule.SHAPE);
        assertThat(only(door, 0, 1, 0, 0, 0, 0)).isEqualTo(Rule.SHAPE);
        assertThat(only(door, 0, 1, Double.NaN, 0, 0)).isEqualTo(Rule.SHAPE);
        assertThat(only(door, 0, 1, 0, 0, Double.POSITIVE_INFINITY)).isEqualTo(Rule.SHAPE);
    }

    @Test
    void theBlankIsAlwaysAdmittedAndLeavesNoTrace() {
        wide.targetMw = 0;
        SafetyEnvelope door = wide.ofLight();
        assertThat(only(door, 0)).isNull();
        door.commit(new double[0], 5);
        assertThat(only(door, 4, 1, 0, 0, 0)).as("time has not begun").isEqualTo(Rule.TARGET_POWER);
    }

    @Test
    void timeNeverRunsBackwards() {
        SafetyEnvelope door = wide.ofLight();
        give(door, -5, 1, 0, 0, 0);
        assertThat(only(door, 20 * Wide.MS, 1, 0, 0, 0)).isNull();
        assertThat(only(door, 20 * Wide.MS - 1, 1, 0, 0, 0)).isEqualTo(Rule.CLOCK);
        assertThat(only(door, 20 * Wide.MS, 1, 0, 0, 0)).isNull();
    }

    @Test
    void theClockMayPassTheEndOfItsNumbers() {
        wide.restMs = 100;
        SafetyEnvelope door = wide.ofLight();
        give(door, Long.MAX_VALUE - 50 * Wide.MS, 1, 0, 0, 0);
        assertThat(only(door, Long.MIN_VALUE + 10 * Wide.MS, 1, 0, 0, 0)).isEqualTo(Rule.REFRACTORY);
        assertThat(only(door, Long.MIN_VALUE + 60 * Wide.MS, 1, 0, 0, 0)).isNull();
    }

    @Test
    void everyReasonIsToldInWords() {
        wide.targetMw = 10;
        wide.totalMw = 15.5;
        wide.fibreUm = 200;
        wide.briefTip = 300;
        assertThat(wide.ofLight().explain(new double[]{12, 0, 4, 0}, 0)).containsExactly(
                "the power of all together: 16 mW, at most 15.5 mW (TOTAL_POWER)",
                "the power: 12 mW, at most 10 mW (TARGET_POWER)",
                "the irradiance at the tip: 381.97186 mW/mm2, at most 300 mW/mm2 (IRRADIANCE)");
        assertThat(wide.ofLight().explain(new double[]{1}, 0)).containsExactly(
                "finite values: 1, at least 4 (SHAPE)");
        assertThat(wide.ofLight().explain(new double[]{1, 1, 1, 1}, 0)).isEmpty();
    }

    @Test
    void aSetOfRulesHasAFirst() {
        long both = Rule.HEATING.bit() | Rule.DUTY.bit();
        assertThat(Rule.first(both)).isEqualTo(Rule.DUTY);
        assertThat(Rule.HEATING.in(both)).isTrue();
        assertThat(Rule.RATE.in(both)).isFalse();
    }

    @Test
    void anAmountIsRoundedUpExactly() {
        assertThat(Units.amount(2, 10_000_000)).isEqualTo(20_000_000);
        assertThat(Units.amount(0.1, 10)).as("0.1 is a little more than a tenth").isEqualTo(2);
        assertThat(Units.amount(0.3, 10)).as("0.3 is a little less than three tenths").isEqualTo(3);
        assertThat(Units.amount(0.1, 3)).isEqualTo(1);
        assertThat(Units.amount(0, 10)).isZero();
        assertThat(Units.amount(1e300, 10)).isEqualTo(1L << 61);
        assertThat(Units.amount(Double.NaN, 10)).isEqualTo(1L << 61);
        assertThat(Units.amount(0x1p61, 1)).isEqualTo(1L << 61);
        assertThat(Units.amount(0x1p60, 1)).isEqualTo(1L << 60);
    }

    @Test
    void theMemoryOfTheAccountsIsKnownBeforehand() {
        Outputs light = new Outputs(Optional.of(wide.light()), Optional.empty(), Optional.empty());
        long entries = 2048 * 3;
        // Three targets: four sums of 20 bytes an entry (on, trains, energy each, energy of all), and the sites.
        assertThat(wide.parts(4, light).bytesNeeded())
                .isEqualTo(4 * entries * 20 + 3 * (3 * 16 + 8) + 3 * (8 + 32) + 16 + 40 + 3 * 8);
        assertThat(wide.parts(4, Outputs.NONE).bytesNeeded()).isZero();
        Outputs current = new Outputs(Optional.empty(), Optional.of(wide.current()), Optional.empty());
        assertThat(wide.parts(3, current).bytesNeeded()).isEqualTo(3 * 4096 * 20 + 2 * (3 * 16 + 8));
        Outputs display = new Outputs(Optional.empty(), Optional.empty(),
                Optional.of(new DisplayOutput(Amount.of(1), Amount.of(1))));
        assertThat(wide.parts(3, display).bytesNeeded()).isEqualTo(2048 * 20 + 16);
        wide.atOnce = 2;
        assertThat(wide.parts(4, light).bytesNeeded()).isLessThan(4 * entries * 20);
        assertThat(light.hazardous()).isTrue();
        assertThat(current.hazardous()).isTrue();
        assertThat(display.hazardous()).isFalse();
        assertThat(light.doses()).isEqualTo(4);
        assertThat(current.doses()).isZero();
    }

    @Test
    void aCommandLastsAsLongAsItsLongestTrain() {
        wide.pulses = Amount.at(3);
        wide.rate = Amount.of(20);
        Outputs light = new Outputs(Optional.of(wide.light()), Optional.empty(), Optional.empty());
        assertThat(light.lastsNanos(new double[]{1, 0, 0, 5})).isEqualTo(210 * Wide.MS);
        assertThat(light.lastsNanos(new double[0])).isZero();
        wide.pulses = Amount.of(2);
        Outputs both = new Outputs(Optional.of(wide.light()), Optional.of(wide.current()), Optional.empty());
        assertThat(both.lastsNanos(new double[]{1, 0, 0, 0})).isEqualTo(60 * Wide.MS);
        Outputs current = new Outputs(Optional.empty(), Optional.of(wide.current()), Optional.empty());
        assertThat(current.lastsNanos(new double[]{1, 0, 0, 0})).isEqualTo(50 * Wide.MS + 400_000);
        assertThat(current.lastsNanos(new double[0])).isZero();
        assertThat(Outputs.NONE.lastsNanos(new double[]{1})).isZero();
    }

    @Test
    void aSlidingSumKeepsWhatAnyWindowTouches() {
        SlidingSums sums = new SlidingSums(2, 10, 3);
        sums.add(0, 5, 1);
        sums.add(1, 6, 2);
        sums.add(0, 7, 4);
        sums.advance(14);
        assertThat(sums.sum(0)).isEqualTo(5);
        sums.advance(15);
        assertThat(sums.sum(0)).isEqualTo(4);
        assertThat(sums.used()).isEqualTo(2);
        sums.add(1, 20, 8);
        sums.advance(29);
        assertThat(sums.sum(0)).isZero();
        assertThat(sums.sum(1)).isEqualTo(8);
        sums.add(0, 29, 16);
        sums.add(0, 29, 32);
        assertThat(sums.sum(0)).isEqualTo(48);
        assertThat(sums.used()).isEqualTo(sums.capacity());
        sums.add(0, 31, 64);
        sums.add(1, 33, 128);
        assertThat(sums.sum(0)).as("without room").isEqualTo(112);
        sums.advance(42);
        assertThat(sums.sum(0)).as("as long as the last without room").isEqualTo(64);
        assertThat(sums.sum(1)).isEqualTo(128);
        sums.advance(43);
        assertThat(sums.sum(0)).isZero();
        assertThat(sums.sum(1)).isZero();
        sums.advance(SECOND);
        assertThat(sums.used()).isZero();
    }
}
