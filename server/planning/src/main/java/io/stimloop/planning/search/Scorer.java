package io.stimloop.planning.search;

import io.stimloop.inference.belief.ResponsePredictor;
import io.stimloop.inference.objective.Objective;
import java.util.function.LongSupplier;

/** One thread's part in a search: takes candidates and scores them. Not thread safe. */
final class Scorer {
    /**
     * Work after which other threads are let run. A thread that waits for a processor, as the one that
     * serves the rigs does, would otherwise wait for a whole slice of the scheduler.
     */
    private static final long YIELD_NANOS = 25_000;

    private final Search search;
    private final ResponsePredictor.View view;
    private final Objective objective;
    private final LongSupplier nanoClock;
    private final Faults faults;
    private long lastCandidateNanos;
    private long unyieldedNanos;

    Scorer(Search search, ResponsePredictor.View view, Objective objective, LongSupplier nanoClock,
            Faults faults) {
        this.search = search;
        this.view = view;
        this.objective = objective;
        this.nanoClock = nanoClock;
        this.faults = faults;
    }

    /** A helper's part: one candidate, if one is left and the search is still on. */
    void scoreOne() {
        scoreNext(0);
    }

    /**
     * The owner's whole part. It must be back in time, so it begins no candidate that would be late if it
     * took as long as the one before; and it waits for nobody.
     */
    void scoreAll() {
        lastCandidateNanos = 0;
        boolean more = true;
        while (more) {
            more = scoreNext(lastCandidateNanos);
        }
        overtakeStragglers();
    }

    /** False when no candidate is left, the time is up but for the margin, or the search was closed. */
    private boolean scoreNext(long marginNanos) {
        long now = nanoClock.getAsLong();
        int candidate = search.hasTime(now + marginNanos) ? search.take() : Search.NONE;
        if (candidate == Search.NONE) {
            return false;
        }
        score(candidate, now);
        return true;
    }

    /**
     * Scores what helpers took and have not finished. They get as long as a candidate takes; after that the
     * processor may have been taken from them, and the owner does the work again: the result is the same.
     */
    private void overtakeStragglers() {
        long now = nanoClock.getAsLong();
        long patienceEnds = now + lastCandidateNanos;
        int candidate = search.pendingFrom(0);
        while (candidate != Search.NONE && search.hasTime(now + lastCandidateNanos)) {
            if (now - patienceEnds < 0) {
                letOthersRun();
            } else {
                score(candidate, now);
            }
            candidate = search.pendingFrom(candidate);
            now = nanoClock.getAsLong();
        }
    }

    private void score(int candidate, long begunNanos) {
        search.record(candidate, utility(candidate));
        lastCandidateNanos = nanoClock.getAsLong() - begunNanos;
        unyieldedNanos += lastCandidateNanos;
        if (unyieldedNanos >= YIELD_NANOS) {
            letOthersRun();
        }
    }

    /** NaN when the candidate cannot be scored; the decision is then made from the others. */
    private double utility(int candidate) {
        try {
            return objective.utility(view.predict(candidate));
        } catch (Throwable fault) {
            faults.report(fault);
            return Double.NaN;
        }
    }

    /** Correctness does not rest on the scheduler here, latency does: hence the warning switched off. */
    @SuppressWarnings("ThreadPriorityCheck")
    private void letOthersRun() {
        unyieldedNanos = 0;
        Thread.yield();
    }
}
