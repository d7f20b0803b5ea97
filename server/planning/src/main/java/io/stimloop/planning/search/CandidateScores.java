package io.stimloop.planning.search;

import io.stimloop.inference.belief.ResponsePredictor;
import io.stimloop.inference.objective.Objective;
import io.stimloop.planning.pool.Faults;
import io.stimloop.planning.pool.Work;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * The scores of candidates, one to a piece of work. Which thread scores a candidate makes no difference to its score;
 * and which candidates count depends on how far the search came alone, not on who was where when it was cut off.
 */
final class CandidateScores implements Work {
    private static final int NONE = -1;
    /** A candidate is passed over when so many that were begun later are done, or all others. */
    private static final int PATIENCE = 64;
    /** Bits of a score not yet known: a NaN that {@link Double#doubleToLongBits} never gives. */
    private static final long PENDING = -1L;

    private final Objective objective;
    private final Faults faults;
    private final ResponsePredictor.View[] views;
    private final AtomicInteger taken = new AtomicInteger();
    private final AtomicLongArray scores;
    private int[] order = {};
    private int size;

    CandidateScores(ResponsePredictor predictor, Objective objective, int seats, Faults faults) {
        this.objective = objective;
        this.faults = faults;
        views = new ResponsePredictor.View[seats];
        Arrays.setAll(views, seat -> predictor.newView());
        scores = new AtomicLongArray(predictor.candidates());
    }

    /** Begins anew; nobody may be inside. Only the first candidates of the order are scored, so many. */
    void begin(int[] newOrder, int newSize) {
        for (int turn = 0; turn < newSize; turn++) {
            scores.setPlain(newOrder[turn], PENDING);
        }
        order = newOrder;
        size = newSize;
        taken.set(0);
    }

    @Override
    public boolean doNext(int seat) {
        int turn = taken.getAndIncrement();
        if (turn >= size) {
            return false;
        }
        score(order[turn], seat);
        return true;
    }

    @Override
    public boolean overtake(int seat) {
        int turn = pendingFrom(0);
        if (turn == NONE) {
            return false;
        }
        score(order[turn], seat);
        return true;
    }

    @Override
    public boolean prompt() {
        return objective.prompt();
    }

    private void score(int candidate, int seat) {
        scores.setRelease(candidate, Double.doubleToLongBits(utility(candidate, seat)));
    }

    /** NaN when the candidate cannot be scored; the decision is then made from the others. */
    private double utility(int candidate, int seat) {
        try {
            return objective.utility(views[seat].predict(candidate));
        } catch (Throwable fault) {
            faults.report(fault);
            return Double.NaN;
        }
    }

    private boolean pending(int turn) {
        return scores.getAcquire(order[turn]) == PENDING;
    }

    private int pendingFrom(int first) {
        for (int turn = first; turn < Math.min(size, taken.get()); turn++) {
            if (pending(turn)) {
                return turn;
            }
        }
        return NONE;
    }

    /** How many candidates there are to score. */
    int size() {
        return size;
    }

    /** How many candidates of the order were begun. */
    int attempted() {
        return Math.min(taken.get(), size);
    }

    /**
     * Takes the scores up to the first that was not done in time. One that keeps a thread for long after others are done
     * is passed over.
     *
     * @param utilities by candidate; receives the scores, and is left as it is where there are none
     * @return candidates that could not be scored
     */
    int collect(double[] utilities) {
        int unscorable = 0;
        int attempted = attempted();
        for (int turn = 0; turn < attempted; turn++) {
            long bits = scores.getAcquire(order[turn]);
            if (bits == PENDING && !passedOver(turn, attempted)) {
                return unscorable;
            }
            double utility = Double.longBitsToDouble(bits);
            utilities[order[turn]] = utility;
            unscorable += Double.isNaN(utility) ? 1 : 0;
        }
        return unscorable;
    }

    private boolean passedOver(int turn, int attempted) {
        int others = size - 1 - turn;
        int done = 0;
        for (int later = turn + 1; later < attempted; later++) {
            done += pending(later) ? 0 : 1;
        }
        return others > 0 && done >= Math.min(PATIENCE, others);
    }
}
