package io.stimloop.planning.search;

import io.stimloop.inference.belief.ResponsePredictor;
import io.stimloop.inference.objective.Objective;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.LongSupplier;

/**
 * One planner's search for the best candidate, opened and closed once for each plan. The owner opens it,
 * works on it, closes it and collects the scores; helpers of the pool come and go in between. Which thread
 * scores a candidate makes no difference to its score.
 */
final class Search {
    /** Instead of a candidate: there is none. */
    static final int NONE = -1;
    /** Bits of a score not yet known: a NaN that {@link Double#doubleToLongBits} never gives. */
    private static final long PENDING = -1L;

    private final int size;
    private final LongSupplier nanoClock;
    private final Gate gate = new Gate();
    private final AtomicInteger taken = new AtomicInteger();
    private final AtomicLongArray scores;
    private final Scorer owner;
    private final Scorer[] helpers;
    private volatile long cutoffNanos;
    private int[] order = {};

    Search(ResponsePredictor predictor, Objective objective, int helpers, LongSupplier nanoClock,
            Faults faults) {
        this.size = predictor.candidates();
        this.nanoClock = nanoClock;
        this.scores = new AtomicLongArray(size);
        this.owner = new Scorer(this, predictor.newView(), objective, nanoClock, faults);
        this.helpers = new Scorer[helpers];
        for (int i = 0; i < helpers; i++) {
            this.helpers[i] = new Scorer(this, predictor.newView(), objective, nanoClock, faults);
        }
    }

    /** Begins a search. The one before must be closed and settled. */
    void open(int[] newOrder, long newCutoffNanos) {
        for (int candidate = 0; candidate < size; candidate++) {
            scores.setPlain(candidate, PENDING);
        }
        order = newOrder;
        taken.set(0);
        cutoffNanos = newCutoffNanos;
        gate.open();
    }

    /** The owner's part: returns when all is scored or the time is up. */
    void work() {
        owner.scoreAll();
    }

    /** Ends the search; helpers leave after the candidate they are in, and its score no longer counts. */
    void close() {
        gate.close();
    }

    /** Waits until no helper of a closed search is inside. */
    void settle() {
        gate.awaitEmpty();
    }

    /**
     * Copies the scores there are.
     *
     * @param utilities by candidate, NaN where there is none. Modified
     * @return candidates that could not be scored
     */
    int collect(double[] utilities) {
        int unscorable = 0;
        for (int candidate = 0; candidate < size; candidate++) {
            long bits = scores.getAcquire(candidate);
            utilities[candidate] = Double.longBitsToDouble(bits);
            if (bits != PENDING && Double.isNaN(utilities[candidate])) {
                unscorable++;
            }
        }
        return unscorable;
    }

    /** How many candidates there are. */
    int size() {
        return size;
    }

    /** How many candidates of the order were begun. */
    int attempted() {
        return Math.min(taken.get(), size);
    }

    /** Whether a helper would find work. */
    boolean wantsHelp() {
        return taken.get() < size && hasTime(nanoClock.getAsLong());
    }

    long cutoffNanos() {
        return cutoffNanos;
    }

    /** A helper's entrance; false when the search is closed. */
    boolean enter() {
        return gate.enter();
    }

    /** What a helper does inside: scores one candidate. Each helper has its own number from 0. */
    void help(int helper) {
        helpers[helper].scoreOne();
    }

    void leave() {
        gate.leave();
    }

    boolean hasTime(long nowNanos) {
        return nowNanos - cutoffNanos < 0 && gate.isOpen();
    }

    /** The next candidate that nobody has taken. */
    int take() {
        int turn = taken.getAndIncrement();
        return turn < size ? order[turn] : NONE;
    }

    /** The first candidate from this one on whose score is not known. */
    int pendingFrom(int candidate) {
        for (int i = candidate; i < size; i++) {
            if (scores.getAcquire(i) == PENDING) {
                return i;
            }
        }
        return NONE;
    }

    void record(int candidate, double utility) {
        scores.setRelease(candidate, Double.doubleToLongBits(utility));
    }
}
