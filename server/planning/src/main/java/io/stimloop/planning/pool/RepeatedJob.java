package io.stimloop.planning.pool;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One planner's work, run after run. A thread that is inside and does not come back is given up together with the work's
 * memory, and the work is made anew; after several there are no more runs until one has come back. Not thread safe.
 *
 * @param <W> the work
 */
public final class RepeatedJob<W extends Work> {
    /** Given up at one time. */
    private static final int MOST_GIVEN_UP = 2;
    /** How long a thread that is inside is waited for at most, as a part of the time of a decision. */
    private static final int PART_OF_ALLOWANCE = 4;
    private static final long LEAST_PATIENCE_NANOS = 2_000_000;
    private static final int PIECES_OF_PATIENCE = 4;
    /** With one that is sure to return and has only lost its processor. */
    private static final long LONG_PATIENCE_NANOS = 1_000_000_000;

    private final Supplier<W> maker;
    private final Crew crew;
    private final LongSupplier nanoClock;
    private final Faults faults;
    private final List<Job> givenUp = new ArrayList<>();
    private W work;
    private Job job;
    private @Nullable Job behind;
    private long allowanceNanos = Long.MAX_VALUE;

    /**
     * Makes the work and a job of it.
     *
     * @param maker     makes the work, with memory of its own
     * @param nanoClock that cutoffs are on; thread safe
     * @param faults    told of threads that are given up
     */
    public RepeatedJob(Supplier<W> maker, Crew crew, LongSupplier nanoClock, Faults faults) {
        this.maker = maker;
        this.crew = crew;
        this.nanoClock = nanoClock;
        this.faults = faults;
        work = maker.get();
        job = crew.job(work, nanoClock);
    }

    /** What is run; another one after a thread was given up. */
    public W work() {
        return work;
    }

    /** Tells how much time there is for a decision, in nanoseconds. */
    public void allow(long nanos) {
        allowanceNanos = nanos;
    }

    /** Whether it is worth trying: not too many threads were lost. */
    public boolean possible() {
        givenUp.removeIf(Job::empty);
        return givenUp.size() < MOST_GIVEN_UP;
    }

    /** Runs the work until no piece is left or the time is up; see {@link Crew#run}. */
    public void run(long cutoffNanos) {
        crew.run(job, cutoffNanos);
    }

    /**
     * Lets workers that have nothing else to do go on with what the last run did not get to. Does nothing where somebody
     * is still inside.
     */
    public void goOn() {
        if (job.empty() && possible()) {
            Job more = crew.speculativeJob(work, nanoClock);
            behind = more;
            crew.begin(more);
        }
    }

    /** Whether it went on since the last run. */
    public boolean wentOn() {
        return behind != null;
    }

    /** How long a piece takes, about, in nanoseconds. */
    public long pieceNanos() {
        return job.pieceNanos();
    }

    /** Waits until nobody is inside, up to a time; whether nobody is. */
    public boolean emptyBy(long untilNanos) {
        return job.settle(untilNanos - nanoClock.getAsLong());
    }

    /** Returns when nobody is inside that still counts; false when the work was made anew. */
    public boolean settle() {
        Job last = behind == null ? job : behind;
        if (behind != null) {
            crew.end(behind);
            behind = null;
        }
        long patience = patienceNanos(last);
        if (last.settle(patience)) {
            return true;
        }
        faults.report(new UnreturnedException(patience));
        crew.abandon(last);
        givenUp.add(last);
        work = maker.get();
        job = crew.job(work, nanoClock);
        return false;
    }

    private long patienceNanos(Job last) {
        return work.prompt()
                ? LONG_PATIENCE_NANOS
                : Math.min(allowanceNanos / PART_OF_ALLOWANCE,
                        LEAST_PATIENCE_NANOS + PIECES_OF_PATIENCE * last.pieceNanos());
    }
}
