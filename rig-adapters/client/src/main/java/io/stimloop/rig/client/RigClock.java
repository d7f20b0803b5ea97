package io.stimloop.rig.client;

/** Time and timers, so that a test can hold them in its hand. Thread safe. */
public interface RigClock {
    /** Nanoseconds since an arbitrary moment; never goes back. */
    long nanoTime();

    /** Runs a task once after a delay in nanoseconds, from 0, on a thread of the clock's. */
    Timer schedule(Runnable task, long delayNanos);

    /** A task that waits for its time. */
    interface Timer {
        /** Sees to it that the task does not begin any more. No effect when it has begun. */
        void cancel();
    }
}
