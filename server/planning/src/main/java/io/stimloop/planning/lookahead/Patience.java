package io.stimloop.planning.lookahead;

import java.util.function.LongSupplier;

/**
 * Tells a thread whether there is time for one more step of its work, by how long its steps took: the longest, which is
 * forgotten slowly. Not thread safe.
 */
final class Patience {
    private static final int MEMORY_STEPS = 64;

    private final LongSupplier nanoClock;
    private long cutoffNanos;
    private long lastNanos;
    private long stepNanos;

    Patience(LongSupplier nanoClock) {
        this.nanoClock = nanoClock;
    }

    /** No step may end later than this. */
    void until(long newCutoffNanos) {
        cutoffNanos = newCutoffNanos;
        resume();
    }

    /** The next step begins now, whatever was done since the last. */
    void resume() {
        lastNanos = nanoClock.getAsLong();
    }

    /** Whether a step may be begun now. */
    boolean lasts() {
        long now = nanoClock.getAsLong();
        stepNanos = Math.max(now - lastNanos, stepNanos - stepNanos / MEMORY_STEPS);
        lastNanos = now;
        return now + stepNanos - cutoffNanos < 0;
    }
}
