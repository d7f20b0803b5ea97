package io.stimloop.checks.rigs;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Threads, one for each processor, that do nothing but wake every millisecond and note when they woke late: then the
 * machine was late, and what was late at the same time says nothing about the server.
 */
public final class ControlTimer implements AutoCloseable {
    private static final long PERIOD_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

    private final List<Gap> gaps = new ArrayList<>();
    private final long tolerance;
    private final List<Thread> threads = new ArrayList<>();
    private long worst;
    private volatile boolean stopped;

    /** A time in which a thread should have run and did not. */
    private record Gap(long from, long to) {}

    /**
     * Makes one that has not started.
     *
     * @param tolerance lateness in nanoseconds from which on it is noted
     */
    public ControlTimer(long tolerance) {
        this.tolerance = tolerance;
    }

    /** Starts its threads. */
    public ControlTimer start() {
        for (int i = 0; i < Runtime.getRuntime().availableProcessors(); i++) {
            threads.add(Thread.ofPlatform().daemon().name("control-timer-" + i).start(this::watch));
        }
        return this;
    }

    private void watch() {
        long before = System.nanoTime();
        while (!stopped) {
            try {
                TimeUnit.NANOSECONDS.sleep(PERIOD_NANOS);
            } catch (InterruptedException stopping) {
                return;
            }
            long now = System.nanoTime();
            note(before + PERIOD_NANOS, now);
            before = now;
        }
    }

    private synchronized void note(long due, long now) {
        worst = Math.max(worst, now - due);
        if (now - due > tolerance) {
            gaps.add(new Gap(due, now));
        }
    }

    /** The worst lateness of all, in nanoseconds. */
    public synchronized long worst() {
        return worst;
    }

    /** Whether the machine itself was late within this time, by the nanosecond clock. */
    public synchronized boolean lateWithin(long from, long to) {
        return gaps.stream().anyMatch(gap -> gap.from() < to && gap.to() > from);
    }

    @Override
    public void close() {
        stopped = true;
        threads.forEach(Thread::interrupt);
    }
}
