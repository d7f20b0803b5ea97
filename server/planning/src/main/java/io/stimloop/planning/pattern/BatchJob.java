package io.stimloop.planning.pattern;

import io.stimloop.planning.pool.Crew;
import io.stimloop.planning.pool.Job;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Has batches of patterns valued, one after another. A thread that is inside a pattern and does not come back is given up
 * together with the batch it works on. Not thread safe.
 */
final class BatchJob {
    private static final int MOST_GIVEN_UP = 2;
    /** How long a thread that is inside is waited for. */
    private static final long LEAST_PATIENCE_NANOS = 2_000_000;
    private static final int PIECES_OF_PATIENCE = 4;

    private final Supplier<PatternBatch> maker;
    private final Crew crew;
    private final LongSupplier nanoClock;
    private final List<Job> givenUp = new ArrayList<>();
    private PatternBatch batch;
    private Job job;

    BatchJob(Supplier<PatternBatch> maker, Crew crew, LongSupplier nanoClock) {
        this.maker = maker;
        this.crew = crew;
        this.nanoClock = nanoClock;
        batch = maker.get();
        job = crew.job(batch, nanoClock);
    }

    /** To be filled and run; another one where {@link #settle} says so. */
    PatternBatch batch() {
        return batch;
    }

    /** Whether it is worth trying: not too many threads were lost. */
    boolean possible() {
        givenUp.removeIf(Job::empty);
        return givenUp.size() < MOST_GIVEN_UP;
    }

    /** Values the batch until the time is up; returns how many of its patterns are done. */
    int run(long cutoffNanos) {
        crew.run(job, cutoffNanos);
        return batch.done();
    }

    /** Returns when nobody is inside that still counts; false when the batch is another one now. */
    boolean settle() {
        if (job.settle(LEAST_PATIENCE_NANOS + PIECES_OF_PATIENCE * job.pieceNanos())) {
            return true;
        }
        crew.abandon(job);
        givenUp.add(job);
        batch = maker.get();
        job = crew.job(batch, nanoClock);
        return false;
    }
}
