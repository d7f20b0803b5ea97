package io.stimloop.planning.lookahead;

import io.stimloop.inference.belief.Belief;
import io.stimloop.inference.belief.ResponsePredictor;

/**
 * One thread's way through the future: expectimax over candidates and responses (Russell and Norvig 2021, Artificial
 * Intelligence, section 5.5), narrowed to the candidates that are best by themselves and to responses that stand for all
 * (sparse sampling: Kearns, Mansour and Ng 2002, Machine Learning 49). Works without taking memory where beliefs allow
 * it. Not thread safe.
 */
final class Explorer {
    /** Instead of a value: patience was lost. */
    static final double GIVEN_UP = Double.NaN;

    private final Outlook outlook;
    private final Level[] levels;
    private final Patience patience;
    private long beliefs;
    private boolean narrowed;

    /**
     * @param present belief, with its predictor: forked
     * @param steps   most trials that will be looked ahead, the next one included
     */
    Explorer(Outlook outlook, Belief present, ResponsePredictor predictor, int steps, Patience patience) {
        this.outlook = outlook;
        this.patience = patience;
        this.levels = new Level[steps - 1];
        for (int depth = 0; depth < levels.length; depth++) {
            levels[depth] = new Level(outlook, present, predictor);
        }
    }

    /** A pass begins that must end by then. */
    void begin(long cutoffNanos) {
        patience.until(cutoffNanos);
        narrowed = false;
    }

    /** Beliefs looked at so far. */
    long beliefs() {
        return beliefs;
    }

    /** Whether a belief of this pass had more candidates than were followed up. */
    boolean narrowed() {
        return narrowed;
    }

    /**
     * The value of what follows a response to the next trial's stimulus.
     *
     * @param present   belief before it
     * @param candidate that is presented next
     * @param steps     trials after it, from 1
     * @param width     most candidates that are followed up at each of them
     * @return {@link #GIVEN_UP} when patience was lost
     */
    double after(Belief present, int candidate, double[] response, int steps, int width) {
        patience.resume();
        if (!patience.lasts()) {
            return GIVEN_UP;
        }
        levels[0].follow(present, outlook.stimuli()[candidate], response);
        return value(0, candidate, steps, width);
    }

    /** V of {@link Ceiling}: the best of what may come next, at a level that has been taken up. */
    private double value(int depth, int before, int steps, int width) {
        beliefs++;
        Level level = levels[depth];
        if (!level.score(outlook.presented()[before], patience)) {
            return GIVEN_UP;
        }
        if (steps == 1 || level.none()) {
            return leaf(level);
        }
        int count = level.rank(width);
        narrowed |= count < level.scored();
        double best = Double.NEGATIVE_INFINITY;
        double ahead = outlook.ceiling().ahead(level.belief(), steps - 1);
        for (int i = 0; i < count; i++) {
            int candidate = level.ranked(i);
            double now = level.utility(candidate);
            if (Ceiling.hopeless(now + ahead, best)) {
                break;
            }
            double future = future(depth, candidate, steps - 1, width, best - now);
            if (Double.isNaN(future)) {
                return GIVEN_UP;
            }
            best = Math.max(best, now + future);
        }
        return best;
    }

    /** The value beyond which nothing is looked at: what one trial brings. A learned value would stand here. */
    private static double leaf(Level level) {
        return level.best();
    }

    /**
     * The expected value of the trials after a candidate.
     *
     * @param needed what must be reached to win; minus infinity is returned as soon as it cannot be
     */
    private double future(int depth, int candidate, int steps, int width, double needed) {
        Level level = levels[depth];
        Branches branches = level.branch(candidate);
        double mostEach = outlook.ceiling().ahead(steps);
        double sum = 0;
        double left = 1;
        for (int i = 0; i < branches.count(); i++) {
            if (Ceiling.hopeless(sum + left * mostEach, needed)) {
                return Double.NEGATIVE_INFINITY;
            }
            if (!patience.lasts()) {
                return GIVEN_UP;
            }
            levels[depth + 1].follow(level.belief(), outlook.stimuli()[candidate], branches.response(i));
            double value = value(depth + 1, candidate, steps, width);
            if (Double.isNaN(value)) {
                return GIVEN_UP;
            }
            sum += branches.weight(i) * value;
            left = Math.max(0, left - branches.weight(i));
        }
        return sum;
    }
}
