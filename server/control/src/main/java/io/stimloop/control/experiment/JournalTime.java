package io.stimloop.control.experiment;

import com.google.protobuf.Timestamp;
import io.stimloop.v1.JournalRecord;
import java.time.Duration;
import java.time.Instant;

/** When the records of a journal were made, on the monotonic clock of this process. Not thread safe. */
final class JournalTime {
    private final Instant wallNow;
    private final long nanosNow;
    private final Duration recent;
    private Instant anchorWall;
    private long anchorNanos;

    /**
     * Of a journal whose first clock anchor is yet to come.
     *
     * @param wallNow  by the wall clock
     * @param nanosNow the same moment by the monotonic clock of this process
     * @param recent   how long the safety envelope may have to know of something
     */
    JournalTime(Instant wallNow, long nanosNow, Duration recent) {
        this.recent = recent;
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

    /** When a record was made; never later than now, whatever became of the wall clock. */
    long nanos(long recordNanos) {
        Duration ago = Duration.between(anchorWall, wallNow).minusNanos(recordNanos - anchorNanos);
        return nanosNow - (ago.isNegative() ? 0 : ago.toNanos());
    }

    /** Whether a moment is so little ago that the safety envelope may have to know of it. */
    boolean recent(long nanos) {
        return nanosNow - nanos <= recent.toNanos();
    }
}
