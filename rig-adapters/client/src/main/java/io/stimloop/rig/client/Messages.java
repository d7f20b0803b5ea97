package io.stimloop.rig.client;

import com.google.protobuf.Duration;
import com.google.protobuf.Timestamp;
import io.stimloop.v1.Outcome;
import java.time.Instant;

/** Between the wire's types and Java's. */
final class Messages {
    private static final long NANOS_PER_SECOND = 1_000_000_000;
    private static final long LONGEST_SECONDS = Long.MAX_VALUE / NANOS_PER_SECOND / 4;

    private Messages() {}

    static Timestamp timestamp(Instant instant) {
        return Timestamp.newBuilder().setSeconds(instant.getEpochSecond()).setNanos(instant.getNano())
                .build();
    }

    /** From 0 to some 70 years, which no sum with a clock's reading can overflow. */
    static long nanos(Duration duration) {
        long seconds = Math.clamp(duration.getSeconds(), 0, LONGEST_SECONDS);
        return Math.max(0, seconds * NANOS_PER_SECOND + duration.getNanos());
    }

    static Outcome outcome(long trial, Response response) {
        Outcome.Builder outcome = Outcome.newBuilder().setTrial(trial).setInvalid(response.invalid());
        for (int count : response.counts()) {
            outcome.addCounts(count);
        }
        for (int choice : response.choices()) {
            outcome.addChoices(choice);
        }
        for (double value : response.values()) {
            outcome.addValues(value);
        }
        for (double value : response.presented()) {
            outcome.addPresented(value);
        }
        if (response.observedAt() != null) {
            outcome.setObservedAt(timestamp(response.observedAt()));
        }
        return outcome.build();
    }
}
