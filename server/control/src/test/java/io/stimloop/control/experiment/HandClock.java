package io.stimloop.control.experiment;

import java.util.function.LongSupplier;

/** A nanosecond clock that a test holds in its hand. Not thread safe. */
final class HandClock implements LongSupplier {
    static final long MILLISECOND = 1_000_000L;
    static final long SECOND = 1_000_000_000L;

    private final long stepNanos;
    private long nowNanos = SECOND;
    private Runnable interruption = HandClock::nothing;

    HandClock() {
        this(0);
    }

    /** @param stepNanos by which every reading moves it on */
    HandClock(long stepNanos) {
        this.stepNanos = stepNanos;
    }

    @Override
    public long getAsLong() {
        Runnable now = interruption;
        interruption = HandClock::nothing;
        now.run();
        nowNanos += stepNanos;
        return nowNanos;
    }

    private static void nothing() {}

    long nowNanos() {
        return nowNanos;
    }

    void advance(long nanos) {
        nowNanos += nanos;
    }

    /** Lets something happen within whatever reads the clock next. */
    void interruptNextReader(Runnable interruption) {
        this.interruption = interruption;
    }
}
