package io.stimloop.planning.pattern;

import io.stimloop.planning.decision.Previous;
import java.util.Arrays;

/**
 * Which targets must rest: no command lights a target again before its time has passed since the command that lit it last
 * left. What is looked at is the time of the last {@link #update}, so that a decision is made by one clock reading; the
 * command leaves later. Not thread safe.
 */
public final class Rest {
    private final long[] refractoryNanos;
    private final long[] freeAtNanos;
    private final boolean[] lit;
    private final long[] resting;
    private int count;

    /** @param refractoryNanos by target, from 0; not modified */
    public Rest(long[] refractoryNanos) {
        this.refractoryNanos = refractoryNanos;
        freeAtNanos = new long[refractoryNanos.length];
        lit = new boolean[refractoryNanos.length];
        resting = new long[Conflicts.words(refractoryNanos.length)];
    }

    /** Takes up when the trial before was commanded, and what time it is, on the same clock. */
    void update(Previous previous, long nowNanos) {
        double[] stimulus = previous.stimulus();
        for (int target = 0; target < stimulus.length; target++) {
            if (stimulus[target] != 0) {
                lit[target] = true;
                freeAtNanos[target] = previous.commandedNanos() + refractoryNanos[target];
            }
        }
        Arrays.fill(resting, 0);
        count = 0;
        for (int target = 0; target < lit.length; target++) {
            lit[target] &= freeAtNanos[target] - nowNanos > 0;
            if (lit[target]) {
                resting[target >> 6] |= 1L << target;
                count++;
            }
        }
    }

    /** How many must rest. */
    int count() {
        return count;
    }

    /** Those that must rest, as bits: target k is bit {@code k % 64} of word {@code k / 64}. Not to be modified. */
    long[] resting() {
        return resting;
    }

    /** Whether none of the targets that a pattern lights must rest. */
    public boolean allows(double[] stimulus) {
        for (int target = 0; target < stimulus.length && count > 0; target++) {
            if (stimulus[target] != 0 && Conflicts.has(resting, target)) {
                return false;
            }
        }
        return true;
    }

    /** A pattern without the targets that must rest, a new array; empty where that leaves none. */
    double[] thinned(double[] stimulus) {
        double[] left = stimulus.clone();
        boolean any = false;
        for (int target = 0; target < left.length; target++) {
            left[target] = Conflicts.has(resting, target) ? 0 : left[target];
            any |= left[target] != 0;
        }
        return any ? left : new double[0];
    }
}
