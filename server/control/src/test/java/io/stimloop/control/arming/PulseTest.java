package io.stimloop.control.arming;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PulseTest {
    private static final long MILLI = 1_000_000;

    /** Answers when the test says so. */
    private static final class Part implements Pulse.Part {
        final List<Runnable> answers = new ArrayList<>();
        boolean refuses;

        @Override
        public String name() {
            return "the journal";
        }

        @Override
        public long limitNanos() {
            return 20 * MILLI;
        }

        @Override
        public void ping(Runnable answer) {
            if (refuses) {
                throw new IllegalStateException("closed");
            }
            answers.add(answer);
        }
    }

    private final Part part = new Part();
    private final Pulse pulse = new Pulse(List.of(part));

    @Test
    void aPartIsWellWithinItsTimeAndIllAfterIt() {
        assertThat(pulse.illness(0)).isEmpty();
        assertThat(pulse.illness(20 * MILLI)).isEmpty();
        assertThat(pulse.illness(21 * MILLI)).isEqualTo("the journal has not answered for 21 ms");
        assertThat(part.answers).as("one ping at a time").hasSize(1);
    }

    @Test
    void aPartThatAnswersIsPingedAnew() {
        for (long tick = 0; tick < 10; tick++) {
            assertThat(pulse.illness(tick * 100 * MILLI)).isEmpty();
            part.answers.getLast().run();
        }
        assertThat(part.answers).hasSize(10);
    }

    @Test
    void aPartThatAnswersLateIsWellAgain() {
        var _ = pulse.illness(0);
        assertThat(pulse.illness(30 * MILLI)).isNotEmpty();
        part.answers.getFirst().run();
        assertThat(pulse.illness(40 * MILLI)).isEmpty();
    }

    @Test
    void aPartThatCannotBeAskedIsIllAtOnce() {
        part.refuses = true;
        assertThat(pulse.illness(0)).isEqualTo("the journal does not answer: closed");
        assertThat(pulse.illness(30 * MILLI)).isNotEmpty();
        part.refuses = false;
        assertThat(pulse.illness(40 * MILLI)).isEmpty();
    }
}
