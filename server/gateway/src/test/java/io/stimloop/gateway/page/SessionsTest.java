package io.stimloop.gateway.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The tokens of pages. */
class SessionsTest {
    @Test
    void aTokenIsGoodForTheIdentityItWasGivenToWhateverOthersAskFor() {
        Sessions sessions = new Sessions();
        String operator = sessions.begin("ann");
        String first = sessions.begin("screen");
        String last = first;
        for (int i = 0; i < 5_000; i++) {
            last = sessions.begin("screen");
        }
        assertThat(sessions.knows(Optional.of(operator), "ann")).isTrue();
        assertThat(sessions.knows(Optional.of(operator), "screen")).isFalse();
        assertThat(sessions.knows(Optional.of(first), "screen")).isFalse();
        assertThat(sessions.knows(Optional.of(last), "screen")).isTrue();
        assertThat(sessions.knows(Optional.empty(), "ann")).isFalse();
    }
}
