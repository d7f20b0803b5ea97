package io.stimloop.checks.journal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class JournalCheckTest {
    private static final long SEED = 3;
    private final Tally tally = new Tally();

    private void assertNothingFailed() {
        assertThat(tally.failures()).as(tally.firstFailure()).isZero();
    }

    @Test
    void everyTruncationOfAJournalOf60RecordsIsRefused() {
        new SingleFaults(60, 1, false, SEED, tally).truncations();

        assertNothingFailed();
        assertThat(tally.cases()).isEqualTo(1 + 8192 + 1);
        assertThat(tally.counted("refused")).isEqualTo(8192 + 1);
    }

    @Test
    void everyFlippedBitOfAJournalOf60RecordsIsRefusedOrCutOff() {
        new SingleFaults(60, 1, false, SEED, tally).flips();

        assertNothingFailed();
        assertThat(tally.cases()).isEqualTo(1 + 8192 * 8);
        assertThat(tally.counted("refused")).isGreaterThan(40_000);
    }

    @Test
    void everyFlippedBitOfSeveralSegmentsIsRefusedOrCutOff() {
        new SingleFaults(40, 4, true, SEED, tally).flips();

        assertNothingFailed();
        assertThat(tally.cases()).isGreaterThan(1 + 2 * 1024 * 8);
    }

    @Test
    void whateverCallOfTheDiskFailsNothingIsAcknowledgedBeyondWhatIsRead() {
        long calls = new FailedCalls(60, SEED, tally).all();

        assertNothingFailed();
        assertThat(calls).isGreaterThan(150);
        assertThat(tally.cases()).isEqualTo(2 * calls);
    }

    @Test
    void tenThousandRandomImagesAreReadRightOrRefused() {
        new RandomImages(SEED, tally).some(10_000);

        assertNothingFailed();
        assertThat(tally.cases()).isGreaterThanOrEqualTo(10_000);
        assertThat(tally.counted("restarts")).isGreaterThan(300);
        assertThat(tally.counted("torn")).isGreaterThan(300);
        assertThat(tally.counted("clean")).isGreaterThan(1_000);
        assertThat(tally.counted("refused")).isGreaterThan(1_000);
        assertThat(tally.counted("read in spite of damage")).isGreaterThan(300);
    }
}
