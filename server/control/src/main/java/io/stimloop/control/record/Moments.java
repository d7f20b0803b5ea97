package io.stimloop.control.record;

import com.google.protobuf.Timestamp;
import java.time.Instant;

/** Moments of the wall clock in the wire's words. */
final class Moments {
    private Moments() {}

    static Timestamp timestamp(Instant instant) {
        return Timestamp.newBuilder().setSeconds(instant.getEpochSecond()).setNanos(instant.getNano())
                .build();
    }
}
