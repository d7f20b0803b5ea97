package io.stimloop.control.safety;

import static io.stimloop.control.safety.Wide.MS;
import static io.stimloop.control.safety.Wide.SECOND;
import static io.stimloop.control.safety.Wide.give;
import static io.stimloop.control.safety.Wide.only;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Every rule about light, at its limit and just beyond, where it is the only one that refuses. */
class LightRulesTest {
    private final Wide wide = new Wide();

    @Test
    void aTargetIsGivenAtMostItsPower() {
        wide.targetMw = 10;
        SafetyEnvelope door = wide.ofLight();
        assertThat(only(door, 0, 10, 0, 0, 0)).isNull();
        assertThat(only(door, 0, 0, 0, Math.nextUp(10), 0)).isEqualTo(Rule.TARGET_POWER);
        assertThat(only(door, 0, 0, -1e-9, 0, 0)).as("negative").isEqualTo(Rule.TARGET_POWER);
        assertThat(only(door, 0, 0, 0, 0, 99)).as("another dimension").isNull();
    }

    @Test
    void allTargetsTogetherAreGivenAtMostTheTotal() {
        wide.totalMw = 10;
        SafetyEnvelope door = wide.ofLight();
        assertThat(only(door, 0, 2, 3, 5, 0)).isNull();
        assertThat(only(door, 0, 2, 3, 5.5, 0)).isEqualTo(Rule.TOTAL_POWER);
    }

    @Test
    void atMostSoManyAreOnAtOnce() {
        wide.atOnce = 2;
        SafetyEnvelope door = wide.ofLight();
        assertThat(only(door, 0, 1, 0, 1, 0)).isNull();
        assertThat(only(door, 0, 1, 1, 1, 0)).isEqualTo(Rule.AT_ONCE);
    }

    @Test
    void targetsThatAreOnTogetherKeepTheirDistance() {
        wide.spacingUm = 50;
        SafetyEnvelope door = wide.ofLight();
        assertThat(only(door, 0, 1, 1, 0, 0)).as("50 um").isNull();
        wide.spacingUm = 50.5;
        assertThat(only(wide.ofLight(), 0, 1, 1, 0, 0)).isEqualTo(Rule.SPACING);
        assertThat(only(wide.ofLight(), 0, 0, 1, 1, 0)).as("67 um").isNull();
        assertThat(only(wide.ofLight(), 0, 0, 1, 0, 0)).as("alone").isNull();
    }

    /** 5 mW from a fibre of 200 um are 159 mW/mm2 at its tip. */
    @Test
    void theTipOfAFibreIsNotTooBrightForThePulse() {
        wide.fibreUm = 200;
        assertThat(5 * wide.light().tipPerMm2()).isCloseTo(159.15, within(0.01));
        wide.pulse = Amount.at(3);
        wide.tip = 75;
        wide.briefTip = 300;
        SafetyEnvelope door = wide.ofLight();
        assertThat(only(door, 0, 5, 0, 0, 100)).as("brief").isNull();
        assertThat(only(door, 0, 0, 9.5, 0, 100)).as("302 mW/mm2").isEqualTo(Rule.IRRADIANCE);
        assertThat(only(door, 0, 5, 0, 0, 100.001)).as("long").isEqualTo(Rule.IRRADIANCE);
        assertThat(only(door, 0, 2.3, 0, 0, 1000)).as("73 mW/mm2").isNull();
    }

    @Test
    void lightThatComesFromNoFibreHasNoTip() {
        wide.tip = 0;
        wide.briefTip = 0;
        assertThat(only(wide.ofLight(), 0, 5, 0, 0, 0)).isNull();
        assertThat(wide.light().tipPerMm2()).isZero();
    }

    @Test
    void aPulseHasALengthAndNoneIsTooLong() {
        wide.pulse = Amount.at(3);
        wide.pulseMs = 20;
        SafetyEnvelope door = wide.ofLight();
        assertThat(only(door, 0, 1, 0, 0, 20)).isNull();
        assertThat(only(door, 0, 1, 0, 0, 20.000001)).isEqualTo(Rule.PULSE_LENGTH);
        assertThat(only(door, 0, 1, 0, 0, 1e-6)).as("a nanosecond").isNull();
        assertThat(only(door, 0, 1, 0, 0, 0)).isEqualTo(Rule.PULSE_LENGTH);
        assertThat(only(door, 0, 1, 0, 0, -5)).isEqualTo(Rule.PULSE_LENGTH);
        assertThat(only(door, 0, 0, 0, 0, -5)).as("no light").isNull();
    }

    @Test
    void pulsesOfATrainComeNeitherTooFastNorIntoOneAnother() {
        wide.pulses = Amount.of(5);
        wide.rate = Amount.at(3);
        wide.rateHz = 50;
        SafetyEnvelope door = wide.ofLight();
        assertThat(only(door, 0, 1, 0, 0, 50)).isNull();
        assertThat(only(door, 0, 1, 0, 0, 50.01)).isEqualTo(Rule.PULSE_RATE);
        wide.rateHz = 1000;
        assertThat(only(wide.ofLight(), 0, 1, 0, 0, 100)).as("10 ms every 10 ms").isNull();
        assertThat(only(wide.ofLight(), 0, 1, 0, 0, 101)).isEqualTo(Rule.PULSE_OVERLAP);
        wide.pulses = Amount.of(1);
        assertThat(only(wide.ofLight(), 0, 1, 0, 0, 1e6)).as("a single pulse has no rate").isNull();
    }

    /** Five pulses of 10 ms at 20 Hz last 210 ms. */
    @Test
    void aTrainHasAtLeastOnePulseAndIsNotTooLong() {
        wide.pulses = Amount.at(3);
        wide.rate = Amount.of(20);
        wide.trainMs = 210;
        SafetyEnvelope door = wide.ofLight();
        assertThat(only(door, 0, 1, 0, 0, 5)).isNull();
        assertThat(only(door, 0, 1, 0, 0, 6)).isEqualTo(Rule.TRAIN_LENGTH);
        assertThat(only(door, 0, 1, 0, 0, 0)).isEqualTo(Rule.TRAIN_LENGTH);
        wide.trainMs = 209.999999;
        assertThat(only(wide.ofLight(), 0, 1, 0, 0, 5)).isEqualTo(Rule.TRAIN_LENGTH);
    }

    @Test
    void noTrainBeginsBeforeTheOneBeforeHasEnded() {
        SafetyEnvelope door = wide.ofLight();
        give(door, 7, 1, 0, 0, 0);
        assertThat(only(door, 7 + 10 * MS - 1, 0, 1, 0, 0)).isEqualTo(Rule.OVERLAP);
        assertThat(only(door, 7 + 10 * MS, 0, 1, 0, 0)).isNull();
        assertThat(only(door, 7 + 10 * MS, 0, 0, 0, 0)).as("no light").isNull();
    }

    @Test
    void aTargetRestsAfterItsTrain() {
        wide.restMs = 30;
        SafetyEnvelope door = wide.ofLight();
        give(door, 0, 1, 0, 0, 0);
        assertThat(only(door, 40 * MS - 1, 1, 1, 0, 0)).isEqualTo(Rule.REFRACTORY);
        assertThat(only(door, 40 * MS - 1, 0, 1, 0, 0)).as("another").isNull();
        assertThat(only(door, 40 * MS, 1, 0, 0, 0)).isNull();
    }

    @Test
    void theLongerRestCounts() {
        wide.restMs = 30;
        wide.restPerTrain = 4.5;
        SafetyEnvelope door = wide.ofLight();
        give(door, 0, 0, 1, 0, 0);
        assertThat(only(door, 55 * MS - 1, 0, 1, 0, 0)).isEqualTo(Rule.REFRACTORY);
        assertThat(only(door, 55 * MS, 0, 1, 0, 0)).isNull();
    }

    @Test
    void aTargetHasAtMostSoManyTrainsInAnySecond() {
        wide.trainsPerSecond = 3;
        SafetyEnvelope door = wide.ofLight();
        for (int train = 0; train < 3; train++) {
            give(door, train * 100L * MS, 1, 0, 0, 0);
        }
        assertThat(only(door, SECOND + 10 * MS - 1, 1, 1, 0, 0)).isEqualTo(Rule.RATE);
        assertThat(only(door, SECOND + 10 * MS - 1, 0, 1, 0, 0)).isNull();
        assertThat(only(door, SECOND + 10 * MS, 1, 0, 0, 0)).as("the first has gone").isNull();
    }

    /** A duty of 0.003 of 10 s are 30 ms. */
    @Test
    void aTargetIsOnForAtMostAPartOfTheTime() {
        wide.duty = 0.003;
        SafetyEnvelope door = wide.ofLight();
        for (int train = 0; train < 3; train++) {
            give(door, train * SECOND, 1, 0, 0, 0);
        }
        assertThat(only(door, 10 * SECOND + 10 * MS - 1, 1, 0, 0, 0)).isEqualTo(Rule.DUTY);
        assertThat(only(door, 10 * SECOND + 10 * MS - 1, 0, 1, 0, 0)).isNull();
        give(door, 10 * SECOND + 10 * MS, 1, 0, 0, 0);
        assertThat(only(door, 11 * SECOND, 1, 0, 0, 0)).isEqualTo(Rule.DUTY);
    }

    /** 10 ms of 2 mW are 20 uJ. */
    @Test
    void aTargetGetsAtMostSoMuchEnergyWithinAWindow() {
        wide.windowMj = 0.05;
        SafetyEnvelope door = wide.ofLight();
        give(door, 0, 2, 2, 2, 0);
        give(door, SECOND, 2, 0, 0, 0);
        assertThat(only(door, 2 * SECOND, 1, 0, 0, 0)).as("50 uJ").isNull();
        assertThat(only(door, 2 * SECOND, 1.0000001, 0, 0, 0)).isEqualTo(Rule.WINDOW_ENERGY);
        assertThat(only(door, 2 * SECOND, 0, 2, 0, 0)).as("another").isNull();
        assertThat(only(door, 10 * SECOND + 10 * MS, 3, 0, 0, 0)).as("the first has gone").isNull();
        assertThat(only(door, 11 * SECOND + 10 * MS - 1, 4, 0, 0, 0)).isEqualTo(Rule.WINDOW_ENERGY);
    }

    @Test
    void allTargetsTogetherGetAtMostSoMuchEnergyWithinAWindow() {
        wide.totalWindowMj = 0.05;
        SafetyEnvelope door = wide.ofLight();
        give(door, 0, 1, 1, 1, 0);
        assertThat(only(door, SECOND, 1, 1, 0, 0)).isNull();
        assertThat(only(door, SECOND, 1, 1, 0.01, 0)).isEqualTo(Rule.TOTAL_WINDOW_ENERGY);
        assertThat(only(door, 10 * SECOND + 10 * MS, 2, 2, 1, 0)).isNull();
    }

    @Test
    void whatATargetGotInTheExperimentIsNeverForgotten() {
        wide.experimentMj = 0.05;
        SafetyEnvelope door = wide.ofLight();
        give(door, 0, 2, 2, 0, 0);
        give(door, 1000 * SECOND, 2, 0, 0, 0);
        assertThat(only(door, 100_000 * SECOND, 1, 0, 0, 0)).isNull();
        assertThat(only(door, 100_000 * SECOND, 1.01, 0, 0, 0)).isEqualTo(Rule.EXPERIMENT_ENERGY);
        assertThat(only(door, 100_000 * SECOND, 0, 3, 0, 0)).isNull();
    }

    @Test
    void whatAllTargetsGotTogetherInTheExperimentIsNeverForgotten() {
        wide.totalExperimentMj = 0.05;
        SafetyEnvelope door = wide.ofLight();
        give(door, 0, 1, 1, 1, 0);
        assertThat(only(door, 1000 * SECOND, 0, 1, 1, 0)).isNull();
        assertThat(only(door, 1000 * SECOND, 0, 1, 1.01, 0)).isEqualTo(Rule.TOTAL_EXPERIMENT_ENERGY);
    }

    /** 10 mW for 10 ms with 0.25 degrees per mW at each of two time constants, 0.2 and 6 s. */
    @Test
    void aTargetIsNotWarmedTooMuch() {
        double fast = 2.5 * -Math.expm1(-0.01 / 0.2);
        double slow = 2.5 * -Math.expm1(-0.01 / 6);
        wide.riseCelsius = (fast + slow) * (1 + 1e-9);
        assertThat(only(wide.ofLight(), 0, 10, 10, 0, 0)).isNull();
        wide.riseCelsius = (fast + slow) * (1 - 1e-9);
        assertThat(only(wide.ofLight(), 0, 10, 0, 0, 0)).isEqualTo(Rule.HEATING);
        wide.riseCelsius = 2 * (fast + slow);
        SafetyEnvelope door = wide.ofLight();
        give(door, 0, 10, 0, 0, 0);
        give(door, 10 * MS, 0, 10, 0, 0);
        // What the first pulse left, 0.1 s after its end, leaves room for so much more.
        double left = fast * Math.exp(-0.1 / 0.2) * Math.exp(-0.01 / 0.2)
                + slow * Math.exp(-0.1 / 6) * Math.exp(-0.01 / 6);
        double room = (wide.riseCelsius - left) / (fast + slow) * 10;
        assertThat(only(door, 110 * MS, room * (1 - 1e-9), 0, 0, 0)).isNull();
        assertThat(only(door, 110 * MS, room * (1 + 1e-9), 0, 0, 0)).isEqualTo(Rule.HEATING);
        assertThat(only(door, 110 * MS, 0, 0, room * (1 + 1e-9), 0)).as("a cold one").isNull();
    }

    @Test
    void allTargetsTogetherDoNotWarmTooMuch() {
        double one = 0.25 * -Math.expm1(-0.01 / 0.2) + 0.25 * -Math.expm1(-0.01 / 6);
        wide.totalRiseCelsius = 30 * one;
        assertThat(only(wide.ofLight(), 0, 10, 10, 9.999999, 0)).isNull();
        assertThat(only(wide.ofLight(), 0, 10, 10, 10.000001, 0)).isEqualTo(Rule.TOTAL_HEATING);
    }

    /** A pattern of three spots of 5 mW followed by one: with the old power that one would get 15 mW. */
    @Test
    void noSpotOfASharedBeamGetsTooMuchWhileThePatternChanges() {
        wide.shared = true;
        wide.spotMw = 15;
        SafetyEnvelope door = wide.ofLight();
        assertThat(only(door, 0, 100, 0, 0, 0)).as("nothing before it").isNull();
        give(door, 0, 5, 5, 5, 0);
        assertThat(only(door, SECOND, 5, 0, 0, 0)).isNull();
        give(door, SECOND, 5, 5, 5.1, 0);
        assertThat(only(door, 2 * SECOND, 5, 0, 0, 0)).as("old power, new pattern")
                .isEqualTo(Rule.SPOT_CHANGE);
        give(door, 2 * SECOND, 5, 5, 0, 0);
        give(door, 3 * SECOND, 5, 0, 0, 0);
        assertThat(only(door, 4 * SECOND, 5.1, 5, 5, 0)).as("new power, old pattern")
                .isEqualTo(Rule.SPOT_CHANGE);
        door.commit(new double[]{0, 0, 0, 0}, 4 * SECOND);
        assertThat(only(door, 5 * SECOND, 5.1, 5, 5, 0)).as("a dark one changes nothing")
                .isEqualTo(Rule.SPOT_CHANGE);
        wide.shared = false;
        wide.spotMw = 0;
        SafetyEnvelope apart = wide.ofLight();
        give(apart, 0, 5, 5, 5, 0);
        assertThat(only(apart, SECOND, 100, 0, 0, 0)).as("beams of their own").isNull();
    }

    @Test
    void aDarkStimulusLeavesNoTrace() {
        wide.restMs = 1000;
        SafetyEnvelope door = wide.ofLight();
        give(door, 0, 0, 0, 0, 5);
        assertThat(only(door, 1, 1, 1, 1, 0)).isNull();
    }

    @Test
    void whatIsAskedButNotGivenChangesNothing() {
        wide.experimentMj = 0.02;
        wide.restMs = 100;
        SafetyEnvelope door = wide.ofLight();
        for (int asked = 0; asked < 10; asked++) {
            assertThat(only(door, asked, 2, 2, 2, 0)).isNull();
        }
    }

    /** The account has room for 2048 commands with all three targets on. */
    @Test
    void aFullAccountAdmitsNothingMoreUntilAWindowHasPassed() {
        wide.pulse = Amount.of(1e-6);
        SafetyEnvelope door = wide.ofLight();
        for (int command = 0; command < 2048; command++) {
            give(door, command, 1, 1, 1, 0);
        }
        assertThat(only(door, 2048, 1, 0, 0, 0)).isEqualTo(Rule.LEDGER);
        assertThat(only(door, 20 * SECOND, 1, 1, 1, 0)).isNull();
    }
}
