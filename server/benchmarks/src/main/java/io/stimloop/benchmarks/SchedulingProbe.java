package io.stimloop.benchmarks;

import io.stimloop.planning.pool.Job;
import io.stimloop.planning.pool.Work;
import io.stimloop.planning.pool.WorkerPool;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** What a search waits for that is no scoring: from asking to the first piece, and from the last piece to the answer. */
final class SchedulingProbe implements Work {
    private static final int PIECES = 61;
    private static final long PIECE_NANOS = 5_000;
    private static final long NEVER_NANOS = 1_000_000_000_000L;
    private static final double NANOS_PER_MICRO = 1e3;

    private final AtomicInteger taken = new AtomicInteger();
    private final AtomicLong firstNanos = new AtomicLong();
    private final AtomicLong lastNanos = new AtomicLong();

    /** The median of so many searches on a pool, in microseconds. */
    double medianMicros(WorkerPool pool, int searches) {
        Job job = pool.job(this, System::nanoTime);
        double[] micros = new double[searches];
        for (int i = -searches; i < searches; i++) {
            double took = once(pool, job);
            if (i >= 0) {
                micros[i] = took;
            }
        }
        Arrays.sort(micros);
        return micros[searches / 2];
    }

    private double once(WorkerPool pool, Job job) {
        taken.set(0);
        firstNanos.set(Long.MAX_VALUE);
        lastNanos.set(Long.MIN_VALUE);
        long askedNanos = System.nanoTime();
        pool.run(job, askedNanos + NEVER_NANOS);
        long answeredNanos = System.nanoTime();
        job.settle(NEVER_NANOS);
        return (firstNanos.get() - askedNanos + (answeredNanos - lastNanos.get())) / NANOS_PER_MICRO;
    }

    @Override
    public boolean doNext(int seat) {
        if (taken.getAndIncrement() >= PIECES) {
            return false;
        }
        long begunNanos = System.nanoTime();
        firstNanos.accumulateAndGet(begunNanos, Math::min);
        while (System.nanoTime() - begunNanos < PIECE_NANOS) {
            Thread.onSpinWait();
        }
        lastNanos.accumulateAndGet(System.nanoTime(), Math::max);
        return true;
    }
}
