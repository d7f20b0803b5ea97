package io.stimloop.control.safety;

import static io.stimloop.control.safety.Wide.SECOND;
import static io.stimloop.control.safety.Wide.give;
import static io.stimloop.control.safety.Wide.only;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What a laboratory allows of dimensions by name. */
class DimensionRulesTest {
    /** The first from -2 to 5, at 10 a second; the second wraps at 360 and turns by 90 a second; the third is free. */
    private static SafetyEnvelope door() {
        EnvelopeParts plain = new Wide().parts(3, Outputs.NONE);
        DimensionLimits[] limits = {new DimensionLimits(-2, 5, 10),
                new DimensionLimits(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, 90),
                DimensionLimits.UNLIMITED};
        return new EnvelopeParts(plain.min(), plain.max(), plain.maxNorm(), plain.pattern(), limits,
                new double[]{Double.NaN, 360, Double.NaN}, Outputs.NONE, plain.limits(), plain.commands(),
                new long[0])
                .envelope(DoseReserve.inMemory(0));
    }

    @Test
    void aTargetRestsAfterTheCommandThatLitItWhateverPlannedTheNext() {
        EnvelopeParts plain = new Wide().parts(3, Outputs.NONE);
        SafetyEnvelope door = new EnvelopeParts(plain.min(), plain.max(), plain.maxNorm(), plain.pattern(),
                plain.dimensions(), plain.periods(), Outputs.NONE, plain.limits(), plain.commands(),
                new long[]{SECOND, 0, SECOND / 2}).envelope(DoseReserve.inMemory(0));
        give(door, 0, 1, 1, 0);
        assertThat(only(door, SECOND - 1, 1, 1, 0)).isEqualTo(Rule.REFRACTORY);
        assertThat(only(door, SECOND - 1, 0, 1, 1)).isNull();
        assertThat(only(door, SECOND, 1, 0, 0)).isNull();
        give(door, SECOND, 0, 0, 1);
        assertThat(only(door, SECOND + SECOND / 2 - 1, 1, 1, 1)).isEqualTo(Rule.REFRACTORY);
        assertThat(only(door, SECOND + SECOND / 2, 1, 1, 1)).isNull();
    }

    @Test
    void aValueLiesWithinItsRange() {
        SafetyEnvelope door = door();
        assertThat(only(door, 0, 5, 0, 0)).isNull();
        assertThat(only(door, 0, -2, 0, 0)).isNull();
        assertThat(only(door, 0, 5.1, 0, 0)).isEqualTo(Rule.RANGE);
        assertThat(only(door, 0, -2.1, 0, 0)).isEqualTo(Rule.RANGE);
    }

    @Test
    void aValueChangesNoFasterThanItMay() {
        SafetyEnvelope door = door();
        assertThat(only(door, 0, 5, 200, 1e6)).as("the first may be anything").isNull();
        give(door, 0, 0, 0, 0);
        assertThat(only(door, SECOND / 2 - 1, 5, 0, 0)).isEqualTo(Rule.SLEW);
        assertThat(only(door, SECOND / 2, 5, 0, 1e6)).isNull();
        give(door, SECOND, -2, 0, 0);
        assertThat(only(door, SECOND + SECOND / 10, -1.1, 0, 0)).isNull();
        assertThat(only(door, SECOND + SECOND / 10, -0.9, 0, 0)).isEqualTo(Rule.SLEW);
    }

    @Test
    void theShorterWayRoundCounts() {
        SafetyEnvelope door = door();
        give(door, 0, 0, 350, 0);
        assertThat(only(door, SECOND, 0, 80, 0)).isNull();
        assertThat(only(door, SECOND, 0, 80.1, 0)).isEqualTo(Rule.SLEW);
        assertThat(only(door, SECOND, 0, 259.9, 0)).isEqualTo(Rule.SLEW);
        assertThat(only(door, SECOND, 0, 260, 0)).isNull();
    }

    @Test
    void aBlankMovesNothing() {
        SafetyEnvelope door = door();
        give(door, 0, 0, 0, 0);
        door.commit(new double[0], SECOND);
        assertThat(only(door, SECOND, 5, 0, 0)).isNull();
    }
}
