package io.stimloop.rig.client;

import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The machine's clock, with one daemon thread for the timers. A task must not block it. */
public final class SystemRigClock implements RigClock, AutoCloseable {
    private final ScheduledThreadPoolExecutor timers;

    /** Starts the thread with the first timer. */
    public SystemRigClock() {
        timers = new ScheduledThreadPoolExecutor(1, Thread.ofPlatform().daemon().name("rig-timer").factory());
        timers.setRemoveOnCancelPolicy(true);
    }

    @Override
    public long nanoTime() {
        return System.nanoTime();
    }

    @Override
    public Timer schedule(Runnable task, long delayNanos) {
        ScheduledFuture<?> future = timers.schedule(() -> run(task), delayNanos, TimeUnit.NANOSECONDS);
        return () -> future.cancel(false);
    }

    /** A scheduled future would keep what its task throws to itself. */
    private static void run(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException | Error e) {
            Thread thread = Thread.currentThread();
            thread.getUncaughtExceptionHandler().uncaughtException(thread, e);
        }
    }

    /** Ends the thread; timers that wait are forgotten. */
    @Override
    public void close() {
        timers.shutdownNow();
    }
}
