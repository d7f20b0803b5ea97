package io.stimloop.control.journal;

/**
 * Sizes and times of a journal.
 *
 * @param firstSegmentBytes of the first segment: small, so that making an experiment takes no noticeable time
 * @param segmentBytes      of those after it, made behind the scenes
 * @param mostWaiting       records that may wait for the disk; more end the journal
 * @param syncNanos         from one sync to the next, at least. What was written is synced no later than this after it
 * @param leastFreeBytes    that must be free for a journal to be begun
 */
public record JournalSettings(int firstSegmentBytes, int segmentBytes, int mostWaiting, long syncNanos,
        long leastFreeBytes) {
    /**
     * 1 MiB, then 16 MiB; some minutes of trials wait at most; 2 ms between syncs; 64 MiB must be free.
     */
    public static final JournalSettings STANDARD = new JournalSettings(1 << 20, 1 << 24, 1 << 14, 2_000_000,
            1 << 26);

    /** What a segment holds at least: its header, a frame and the seal, and something to be in it. */
    private static final int SMALLEST_SEGMENT = 512;

    /** Refuses what makes no sense. */
    public JournalSettings {
        require(firstSegmentBytes >= SMALLEST_SEGMENT && firstSegmentBytes % Frame.ALIGNMENT == 0,
                "firstSegmentBytes: " + firstSegmentBytes);
        require(segmentBytes >= SMALLEST_SEGMENT && segmentBytes % Frame.ALIGNMENT == 0,
                "segmentBytes: " + segmentBytes);
        require(mostWaiting > 0, "mostWaiting: " + mostWaiting);
        require(syncNanos >= 0, "syncNanos: " + syncNanos);
        require(leastFreeBytes >= 0, "leastFreeBytes: " + leastFreeBytes);
    }

    private static void require(boolean right, String what) {
        if (!right) {
            throw new IllegalArgumentException(
                    what + " must be positive; of a segment a multiple of " + Frame.ALIGNMENT + " from "
                            + SMALLEST_SEGMENT);
        }
    }
}
