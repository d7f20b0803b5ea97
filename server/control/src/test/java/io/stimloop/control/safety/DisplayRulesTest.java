package io.stimloop.control.safety;

import static io.stimloop.control.safety.Wide.MS;
import static io.stimloop.control.safety.Wide.SECOND;
import static io.stimloop.control.safety.Wide.give;
import static io.stimloop.control.safety.Wide.only;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Every rule about a display, at its limit and just beyond, where it is the only one that refuses. */
class DisplayRulesTest {
    private final Wide wide = new Wide();

    @Test
    void contrastIsFromZeroToItsLimit() {
        wide.contrast = 0.8;
        SafetyEnvelope door = wide.ofDisplay();
        assertThat(only(door, 0, 0.8, 0)).isNull();
        assertThat(only(door, 0, 0, 0)).isNull();
        assertThat(only(door, 0, 0.81, 0)).isEqualTo(Rule.CONTRAST);
        assertThat(only(door, 0, -0.01, 0)).isEqualTo(Rule.CONTRAST);
    }

    @Test
    void atMostSoManyFlashesComeInAnySecond() {
        wide.flashes = 3;
        SafetyEnvelope door = wide.ofDisplay();
        for (int flash = 0; flash < 3; flash++) {
            give(door, flash * 200L * MS, 0.1, 0);
        }
        assertThat(only(door, SECOND - 1, 0.1, 0)).isEqualTo(Rule.FLASH_RATE);
        assertThat(only(door, SECOND - 1, 0.09, 0)).as("too faint for a flash").isNull();
        give(door, SECOND, 0.1, 0);
        assertThat(only(door, SECOND + 1, 1, 0)).isEqualTo(Rule.FLASH_RATE);
    }

    @Test
    void aCommandMayFlashMoreThanOnce() {
        wide.flashes = 3;
        wide.flashesOfACommand = Amount.at(1);
        SafetyEnvelope door = wide.ofDisplay();
        assertThat(only(door, 0, 1, 3)).isNull();
        assertThat(only(door, 0, 1, 4)).isEqualTo(Rule.FLASH_RATE);
        assertThat(only(door, 0, 1, -1)).as("a negative number").isEqualTo(Rule.FLASH_RATE);
        give(door, 0, 1, 2);
        assertThat(only(door, 1, 1, 1)).isNull();
        assertThat(only(door, 1, 1, 2)).isEqualTo(Rule.FLASH_RATE);
    }

    @Test
    void aFullAccountAdmitsNoMoreFlashes() {
        SafetyEnvelope door = wide.ofDisplay();
        for (int command = 0; command < 2048; command++) {
            give(door, command, 1, 0);
            give(door, command, 0, 0);
        }
        assertThat(only(door, 2048, 1, 0)).isEqualTo(Rule.LEDGER);
        assertThat(only(door, 2048, 0, 0)).as("no flash").isNull();
        assertThat(only(door, 2 * SECOND, 1, 0)).isNull();
    }
}
