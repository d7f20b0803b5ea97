package io.stimloop.control.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

final class JournalSettingsTest {
    private static void assertRefused(String message, int first, int segment, int waiting, long sync,
            long free) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new JournalSettings(first, segment, waiting, sync, free))
                .withMessageStartingWith(message + " must be");
    }

    @Test
    void takeTheSmallestThatMakesSense() {
        assertThat(new JournalSettings(512, 512, 1, 0, 0).segmentBytes()).isEqualTo(512);
    }

    @Test
    void refuseWhatMakesNone() {
        assertRefused("firstSegmentBytes: 504", 504, 512, 1, 0, 0);
        assertRefused("firstSegmentBytes: 516", 516, 512, 1, 0, 0);
        assertRefused("segmentBytes: 504", 512, 504, 1, 0, 0);
        assertRefused("segmentBytes: 1028", 512, 1028, 1, 0, 0);
        assertRefused("mostWaiting: 0", 512, 512, 0, 0, 0);
        assertRefused("syncNanos: -1", 512, 512, 1, -1, 0);
        assertRefused("leastFreeBytes: -1", 512, 512, 1, 0, -1);
    }
}
