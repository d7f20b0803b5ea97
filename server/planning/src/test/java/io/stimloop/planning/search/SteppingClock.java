package io.stimloop.planning.search;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/** A clock that moves on by a fixed step whenever it is read, and by leaps when told to. Thread safe. */
final class SteppingClock implements LongSupplier {
    private final AtomicLong now = new AtomicLong();
    private final long stepNanos;

    SteppingClock(long stepNanos) {
        this.stepNanos = stepNanos;
    }

    @Override
    public long getAsLong() {
        return now.addAndGet(stepNanos);
    }

    void leap(long nanos) {
        now.addAndGet(nanos);
    }
}
