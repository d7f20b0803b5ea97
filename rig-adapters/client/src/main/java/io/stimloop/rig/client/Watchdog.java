package io.stimloop.rig.client;

import io.grpc.SynchronizationContext;
import org.jspecify.annotations.Nullable;

/**
 * Tells when nothing was heard for a given time. Hearing something costs no timer: the one timer looks, when
 * it fires, how long ago the last word came. To be used within its context.
 */
final class Watchdog {
    private final RigClock clock;
    private final SynchronizationContext context;
    private final Runnable onSilence;
    private long limitNanos;
    private long heardNanos;
    private RigClock.@Nullable Timer timer;

    Watchdog(RigClock clock, SynchronizationContext context, Runnable onSilence) {
        this.clock = clock;
        this.context = context;
        this.onSilence = onSilence;
    }

    /** Begins to watch, or goes on with another limit. */
    void watch(long newLimitNanos) {
        limitNanos = newLimitNanos;
        lookAfter(newLimitNanos - (clock.nanoTime() - heardNanos));
    }

    void heard(long arrivalNanos) {
        heardNanos = arrivalNanos;
    }

    void stop() {
        if (timer != null) {
            timer.cancel();
            timer = null;
        }
    }

    private void lookAfter(long delayNanos) {
        stop();
        timer = clock.schedule(() -> context.execute(this::look), Math.max(0, delayNanos));
    }

    private void look() {
        if (timer == null) {
            return;
        }
        long leftNanos = limitNanos - (clock.nanoTime() - heardNanos);
        if (leftNanos > 0) {
            lookAfter(leftNanos);
        } else {
            timer = null;
            onSilence.run();
        }
    }
}
