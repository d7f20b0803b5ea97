package io.stimloop.rig.guard;

import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

/** A thread that does nothing but wait for a lease to run out. */
final class LeaseTimer {
    private final Thread thread;
    private volatile boolean ended;

    /**
     * Makes it, not started.
     *
     * @param leftNanos how long the lease has to run; endless when there is none. It only grows by itself, so that nobody
     *                  has to wake the thread for it
     * @param over      called when it has run out; must end it
     */
    LeaseTimer(LongSupplier leftNanos, Runnable over) {
        thread = Thread.ofPlatform().daemon().name("output-lease")
                .unstarted(() -> watch(leftNanos, over));
    }

    void start() {
        thread.start();
    }

    /** A lease has begun. */
    void wake() {
        LockSupport.unpark(thread);
    }

    void end() {
        ended = true;
        wake();
    }

    private void watch(LongSupplier leftNanos, Runnable over) {
        while (!ended) {
            long left = leftNanos.getAsLong();
            if (left <= 0) {
                over.run();
            } else if (left == Long.MAX_VALUE) {
                LockSupport.park(this);
            } else {
                LockSupport.parkNanos(this, left);
            }
        }
    }
}
