package io.stimloop.inference.glm;

import java.util.Arrays;

/**
 * What the last trials changed, so that a predictor that has seen a belief before can catch up instead of working all
 * out again. A copy of a belief goes on with a log of its own, and knows from where. Not thread safe.
 */
final class ChangeLog {
    /** More than a search is ever behind: designs may have had the trials in between. */
    static final int CAPACITY = 32;

    private Object identity = new Object();
    private final Object parent;
    private final long branchedAt;
    private final int units;
    private final int stride;
    private final double[][] directions;
    private final double[][] givenUp;
    private final double[] steps;
    private final double[] factors;
    private long sequence;

    /** Of a belief that has learned nothing in this life. */
    ChangeLog(int units, int stride) {
        this(units, stride, new Object(), 0, 0);
    }

    private ChangeLog(int units, int stride, Object parent, long branchedAt, long sequence) {
        this.units = units;
        this.stride = stride;
        this.parent = parent;
        this.branchedAt = branchedAt;
        this.sequence = sequence;
        this.directions = new double[CAPACITY * units][];
        this.givenUp = new double[CAPACITY * units][];
        Arrays.fill(givenUp, LearnedDirections.NONE);
        this.steps = new double[CAPACITY * units];
        this.factors = new double[CAPACITY * units];
    }

    /** Bytes of one that is full. */
    static long bytes(int units, int stride) {
        return (long) CAPACITY * units * 2 * (Double.BYTES * (stride + 1L) + 24);
    }

    /** The log of a copy of the belief, of the same state. */
    ChangeLog branch() {
        ChangeLog branch = new ChangeLog(units, stride, identity, sequence, sequence);
        for (int i = 0; i < directions.length; i++) {
            if (directions[i] != null) {
                branch.directions[i] = directions[i].clone();
            }
            branch.givenUp[i] = givenUp[i].clone();
        }
        System.arraycopy(steps, 0, branch.steps, 0, steps.length);
        System.arraycopy(factors, 0, branch.factors, 0, factors.length);
        return branch;
    }

    /** Notes what a trial did to a unit; {@link #close} ends the trial. */
    void note(int unit, UnitPosterior posterior) {
        int at = place(sequence + 1, unit);
        if (directions[at] == null) {
            directions[at] = new double[stride];
        }
        System.arraycopy(posterior.direction(), 0, directions[at], 0, stride);
        steps[at] = posterior.step();
        factors[at] = posterior.factor();
        noteGivenUp(at, posterior.covariance().givenUp());
    }

    private void noteGivenUp(int at, double[] column) {
        if (column.length == givenUp[at].length) {
            System.arraycopy(column, 0, givenUp[at], 0, column.length);
        } else {
            givenUp[at] = column.clone();
        }
    }

    /** Notes that a trial left a unit alone. */
    void noteNothing(int unit) {
        int at = place(sequence + 1, unit);
        steps[at] = 0;
        factors[at] = 0;
        givenUp[at] = LearnedDirections.NONE;
    }

    void close() {
        sequence++;
    }

    /** Makes whoever has seen the belief before work all out again. */
    void startAnew() {
        identity = new Object();
    }

    /** Number of the latest trial. */
    long sequence() {
        return sequence;
    }

    /** Whose log it is. */
    Object identity() {
        return identity;
    }

    /** Whether all trials after one that a predictor has seen, in a log of this identity, are here. */
    boolean reachesBackTo(Object seenIdentity, long seen) {
        boolean known = identity.equals(seenIdentity)
                || (parent.equals(seenIdentity) && seen <= branchedAt);
        return known && sequence - seen <= CAPACITY;
    }

    boolean changed(long trial, int unit) {
        int at = place(trial, unit);
        return steps[at] != 0 || factors[at] != 0;
    }

    /** {@code C x} of a trial, padded; not to be modified. */
    double[] direction(long trial, int unit) {
        return directions[place(trial, unit)];
    }

    /** What C grew by the outer product of, on top, in a trial; padded, or empty for nothing; not to be modified. */
    double[] givenUp(long trial, int unit) {
        return givenUp[place(trial, unit)];
    }

    double step(long trial, int unit) {
        return steps[place(trial, unit)];
    }

    double factor(long trial, int unit) {
        return factors[place(trial, unit)];
    }

    private int place(long trial, int unit) {
        return (int) (trial % CAPACITY) * units + unit;
    }
}
