package io.stimloop.planning.search;

import io.stimloop.planning.pool.Crew;
import io.stimloop.planning.pool.Job;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One planner's scoring, run after run. A thread that is inside a candidate and does not come back is given up together
 * with the scores it works on; a planner that has lost several does not search until one has come back. Not thread safe.
 */
final class ScoringJob {
    /** Given up at one time. */
    private static final int MOST_GIVEN_UP = 2;
    /** How long a thread that is inside is waited for at most, as a part of the time of a decision. */
    private static final int PART_OF_ALLOWANCE = 4;
    private static final long LEAST_PATIENCE_NANOS = 2_000_000;
    private static final int PIECES_OF_PATIENCE = 4;
    /** With one that is sure to return and has only lost its processor. */
    private static final long LONG_PATIENCE_NANOS = 1_000_000_000;

    private final Supplier<CandidateScores> maker;
    private final Crew crew;
    private final LongSupplier nanoClock;
    private final Faults faults;
    private final List<Job> givenUp = new ArrayList<>();
    private CandidateScores scores;
    private Job job;
    private @Nullable Job behind;
    private long allowanceNanos = Long.MAX_VALUE;

    ScoringJob(Supplier<CandidateScores> maker, Crew crew, LongSupplier nanoClock, Faults faults) {
        this.maker = maker;
        this.crew = crew;
        this.nanoClock = nanoClock;
        this.faults = faults;
        scores = maker.get();
        job = crew.job(scores, nanoClock);
    }

    /** Tells how much time there is for a decision. */
    void allow(long nanos) {
        allowanceNanos = nanos;
    }

    /** Whether it is worth trying: not too many threads were lost. */
    boolean possible() {
        givenUp.removeIf(Job::empty);
        return givenUp.size() < MOST_GIVEN_UP;
    }

    /** The scores of the last run and of what went on since; nobody may be inside. */
    CandidateScores scores() {
        return scores;
    }

    /** Scores the first candidates of an order, so many, until the time is up. */
    CandidateScores run(int[] order, int size, long cutoffNanos) {
        scores.begin(order, size);
        crew.run(job, cutoffNanos);
        return scores;
    }

    /** Lets workers that have nothing else to do score what the last run did not get to. */
    void goOn() {
        if (scores.attempted() < scores.size() && givenUp.isEmpty()) {
            Job more = crew.speculativeJob(scores, nanoClock);
            behind = more;
            crew.begin(more);
        }
    }

    /** Whether more was scored since the last run. */
    boolean wentOn() {
        return behind != null;
    }

    /** Returns when nobody is inside that still counts. */
    void settle() {
        Job more = behind;
        if (more != null) {
            crew.end(more);
            behind = null;
            settle(more);
        }
        settle(job);
    }

    private void settle(Job ours) {
        long patience = patienceNanos(ours);
        if (ours.settle(patience)) {
            return;
        }
        faults.report(new UnreturnedException(patience));
        crew.abandon(ours);
        givenUp.add(ours);
        scores = maker.get();
        job = crew.job(scores, nanoClock);
    }

    private long patienceNanos(Job ours) {
        return scores.prompt()
                ? LONG_PATIENCE_NANOS
                : Math.min(allowanceNanos / PART_OF_ALLOWANCE,
                        LEAST_PATIENCE_NANOS + PIECES_OF_PATIENCE * ours.pieceNanos());
    }
}
