package io.stimloop.control.experiment;

import com.google.protobuf.Timestamp;
import io.stimloop.v1.JournalRecord;
import java.time.Duration;
import java.time.Instant;

/** When the records of a journal were made, on the monotonic clock of this process. Not thread safe. */
final class JournalTime {
    private final Instant wallNow;
    private final long nanosNow;
    private Instant anchorWall;
    private long anchorNanos;
    private long latestNanos = Long.MIN_VALUE;

    /**
     * Of a journal whose first clock anchor is yet to come.
     *
     * @param wallNow  by the wall clock
     * @param nanosNow the same moment by the monotonic clock of this process
     */
    JournalTime(Instant wallNow, long nanosNow) {
        this.wallNow = wallNow;
        this.nanosNow = nanosNow;
        anchorWall = wallNow;
    }

    /** From here on records are timed by another process. */
    void anchor(JournalRecord.ClockAnchor anchor) {
        Timestamp wall = anchor.getWall();
        anchorWall = Instant.ofEpochSecond(wall.getSeconds(), wall.getNanos());
        anchorNanos = anchor.getMonotonicNanos();
    }

    /** When a record was made; never later than now nor before the one before, whatever became of the wall clock. */
    long nanos(long recordNanos) {
        Duration ago = Duration.between(anchorWall, wallNow).minusNanos(recordNanos - anchorNanos);
        latestNanos = Math.max(latestNanos, nanosNow - (ago.isNegative() ? 0 : ago.toNanos()));
        return latestNanos;
    }
}
