package io.stimloop.export.session;

import com.google.protobuf.Duration;
import com.google.protobuf.Timestamp;
import io.stimloop.v1.JournalRecord;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** When things happened, in seconds since the experiment was created. Not thread safe. */
final class SessionClock {
    private static final double NANOS_PER_SECOND = 1e9;

    private Instant start = Instant.EPOCH;
    private long anchorAfterStart;
    private long anchorNanos;

    /** The experiment was created. */
    void start(Timestamp created) {
        start = instant(created);
    }

    /** From here on records are timed by another process. */
    void anchor(JournalRecord.ClockAnchor anchor) {
        anchorAfterStart = nanos(anchor.getWall());
        anchorNanos = anchor.getMonotonicNanos();
    }

    /** Of a record. */
    double at(JournalRecord record) {
        return (anchorAfterStart + record.getAtNanos() - anchorNanos) / NANOS_PER_SECOND;
    }

    /** Of a moment of the wall clock. */
    double seconds(Timestamp moment) {
        return nanos(moment) / NANOS_PER_SECOND;
    }

    private long nanos(Timestamp moment) {
        return ChronoUnit.NANOS.between(start, instant(moment));
    }

    static Instant instant(Timestamp moment) {
        return Instant.ofEpochSecond(moment.getSeconds(), moment.getNanos());
    }

    static double seconds(Duration duration) {
        return duration.getSeconds() + duration.getNanos() / NANOS_PER_SECOND;
    }
}
