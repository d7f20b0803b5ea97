package io.stimloop.gateway.audit;

import java.time.InstantSource;

/** A few at once, then so many a second. Thread safe. */
final class RefusalBudget {
    private static final double AT_ONCE = 50;
    private static final double PER_SECOND = 5;
    private static final double MILLIS_PER_SECOND = 1_000;

    private final InstantSource clock;
    private double left = AT_ONCE;
    private long filledMillis;

    RefusalBudget(InstantSource clock) {
        this.clock = clock;
        filledMillis = clock.millis();
    }

    /** Takes one, if there is one. */
    synchronized boolean take() {
        long now = clock.millis();
        // A wall clock that was set back gives nothing.
        double elapsedSeconds = Math.max(0, now - filledMillis) / MILLIS_PER_SECOND;
        filledMillis = now;
        left = Math.min(AT_ONCE, left + elapsedSeconds * PER_SECOND);
        if (left < 1) {
            return false;
        }
        left--;
        return true;
    }
}
