package io.stimloop.control.experiment;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stimloop.control.safety.SafetyEnvelope;
import io.stimloop.inference.belief.Responses;
import io.stimloop.v1.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What rigs may say that they presented to targets. */
class OutcomeCheckTest {
    private final OutcomeCheck check = new OutcomeCheck(Responses.counts(1), unit -> true,
            new SafetyEnvelope(new double[3], new double[]{5, 5, 5}, Double.POSITIVE_INFINITY, 2));

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

    private static Outcome shown(Double... power) {
        return Outcome.newBuilder().setTrial(1).addCounts(0).addAllPresented(List.of(power)).build();
    }
}
