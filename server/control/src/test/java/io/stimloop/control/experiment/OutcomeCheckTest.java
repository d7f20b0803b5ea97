package io.stimloop.control.experiment;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stimloop.control.safety.LightLimits;
import io.stimloop.control.safety.SafetyEnvelope;
import io.stimloop.inference.belief.Responses;
import io.stimloop.v1.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What rigs may say that they presented to targets. */
class OutcomeCheckTest {
    private final OutcomeCheck check = new OutcomeCheck(Responses.counts(1), unit -> true,
            new SafetyEnvelope(new double[3], new double[]{5, 5, 5}, Double.POSITIVE_INFINITY,
                    LightLimits.atMost(2)));

    @Test
    void noMoreTargetsAreOnThanAllowed() {
        assertThatCode(() -> check.require(shown(0.0, 3.2, 5.0), false)).doesNotThrowAnyException();
        assertThatThrownBy(() -> check.require(shown(0.1, 3.2, 5.0), false)).isInstanceOf(Refused.class)
                .hasMessageContaining("3 targets on; at most 2 may be");
    }

    @Test
    void noTargetHasMorePowerThanAllowed() {
        assertThatThrownBy(() -> check.require(shown(0.0, 5.1, 0.0), false)).isInstanceOf(Refused.class)
                .hasMessageContaining("presented[1]");
    }

    @Test
    void rulesOfLightHoldForWhatWasPresentedToo() {
        OutcomeCheck strict = new OutcomeCheck(Responses.counts(1), unit -> true,
                new SafetyEnvelope(new double[3], new double[]{5, 5, 5}, Double.POSITIVE_INFINITY,
                        new LightLimits(3, 6, new double[]{5, 5, 2}, new long[][]{{2}, {1}, {0}})));
        assertThatCode(() -> strict.require(shown(4.0, 0.0, 2.0), false)).doesNotThrowAnyException();
        assertThatThrownBy(() -> strict.require(shown(0.0, 0.0, 3.0), false))
                .hasMessageContaining("3.0 is too much; this target may be given 2.0");
        assertThatThrownBy(() -> strict.require(shown(0.0, 5.0, 2.0), false))
                .hasMessageContaining("7.0 mW in all; at most 6.0 may be");
        assertThatThrownBy(() -> strict.require(shown(1.0, 1.0, 0.0), false))
                .hasMessageContaining("presented[1]").hasMessageContaining("on together with presented[0]");
    }

    private static Outcome shown(Double... power) {
        return Outcome.newBuilder().setTrial(1).addCounts(0).addAllPresented(List.of(power)).build();
    }
}
