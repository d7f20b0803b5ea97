package io.stimloop.control.safety;

import static io.stimloop.control.safety.Wide.SECOND;
import static io.stimloop.control.safety.Wide.give;
import static io.stimloop.control.safety.Wide.only;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Doses are reserved before they are used, and what was reserved counts as spent after a crash. */
class DoseTest {
    /** A reserve that grants what was asked for when the test says so. */
    private static final class ByHand implements DoseReserve {
        private final double[] asked = new double[4];
        private final double[] granted = new double[4];

        @Override
        public void ask(int site, double upToPicojoules) {
            asked[site] = upToPicojoules;
        }

        @Override
        public double grantedPicojoules(int site) {
            return granted[site];
        }

        private void grantAll() {
            System.arraycopy(asked, 0, granted, 0, asked.length);
        }
    }

    private final Wide wide = new Wide();
    private final ByHand reserve = new ByHand();

    /** A command of 2 mW for 10 ms is 2e7 pJ. A block is what a window may get, and a 64th of the dose. */
    private SafetyEnvelope door() {
        wide.windowMj = 0.02;
        wide.experimentMj = 0.64;
        return wide.ofLight(reserve);
    }

    @Test
    void aBlockIsAskedForAheadAndNothingIsGivenBeforeItIsGranted() {
        SafetyEnvelope door = door();
        assertThat(reserve.asked).startsWith(3e7, 3e7, 3e7);
        assertThat(only(door, 0, 2, 0, 0, 0)).isEqualTo(Rule.DOSE_RESERVE);
        reserve.grantAll();
        give(door, 0, 2, 0, 0, 0);
        assertThat(reserve.asked).startsWith(5e7, 3e7);
        assertThat(only(door, 20 * SECOND, 1, 0, 0, 0)).as("what is left of the block").isNull();
        assertThat(only(door, 20 * SECOND, 1.1, 0, 0, 0)).isEqualTo(Rule.DOSE_RESERVE);
        assertThat(only(door, 20 * SECOND, 0, 2, 0, 0)).as("another target").isNull();
        reserve.grantAll();
        assertThat(only(door, 20 * SECOND, 2, 0, 0, 0)).isNull();
    }

    @Test
    void whatIsStillEnoughIsNotAskedForAgain() {
        SafetyEnvelope door = door();
        reserve.grantAll();
        give(door, 0, 1, 0, 0, 0);
        assertThat(reserve.asked[0]).as("2e7 pJ are left").isEqualTo(3e7);
        give(door, 20 * SECOND, 0.1, 0, 0, 0);
        assertThat(reserve.asked[0]).isEqualTo(1.1e7 + 1 + 3e7);
    }

    @Test
    void neverMoreIsAskedForThanTheLimit() {
        SafetyEnvelope door = door();
        for (int command = 0; command < 32; command++) {
            reserve.grantAll();
            give(door, command * 20L * SECOND, 2, 0, 0, 0);
        }
        assertThat(reserve.asked[0]).isEqualTo(64e7);
        reserve.grantAll();
        assertThat(only(door, 1000 * SECOND, 0.001, 0, 0, 0)).isEqualTo(Rule.EXPERIMENT_ENERGY);
    }

    @Test
    void afterACrashTheWholeBlockCountsAsSpent() {
        SafetyEnvelope before = door();
        reserve.grantAll();
        give(before, 0, 2, 0, 0, 0);
        reserve.grantAll();
        reserve.granted[0] = 62e7;
        reserve.granted[3] = 0;
        SafetyEnvelope after = door();
        assertThat(reserve.asked[0]).isEqualTo(64e7);
        reserve.grantAll();
        assertThat(only(after, 0, 2, 0, 0, 0)).as("62e7 + 2e7").isNull();
        give(after, 0, 1, 0, 0, 0);
        assertThat(only(after, 20 * SECOND, 1.1, 0, 0, 0)).isEqualTo(Rule.EXPERIMENT_ENERGY);
    }

    @Test
    void allTargetsTogetherHaveTheLastPlaceOfTheReserve() {
        wide.totalWindowMj = 0.02;
        wide.totalExperimentMj = 0.64;
        SafetyEnvelope door = wide.ofLight(reserve);
        reserve.grantAll();
        reserve.granted[3] = 1e7;
        assertThat(only(door, 0, 1, 0, 0, 0)).isNull();
        assertThat(only(door, 0, 1, 0.1, 0, 0)).isEqualTo(Rule.DOSE_RESERVE);
    }

    @Test
    void aReserveInMemoryGrantsAtOnceAndNeverTakesBack() {
        DoseReserve memory = DoseReserve.inMemory(2);
        memory.ask(1, 5);
        memory.ask(1, 3);
        assertThat(Arrays.asList(memory.grantedPicojoules(0), memory.grantedPicojoules(1)))
                .containsExactly(0.0, 5.0);
    }
}
