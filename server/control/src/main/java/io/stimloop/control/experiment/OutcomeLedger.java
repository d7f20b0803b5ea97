package io.stimloop.control.experiment;

import io.stimloop.v1.Outcome;
import java.util.Arrays;

/**
 * Which trial is under way and what every earlier one brought, so that a repeated outcome is known again.
 * Trials are numbered from 1 without gaps. Grows by eight bytes a trial. Not thread safe.
 */
final class OutcomeLedger {
    private static final int FIRST_CAPACITY = 1024;
    /** Stands for a digest. */
    private static final long WITHDRAWN = 0;

    /** How an outcome stands to the trials so far. */
    enum Standing {
        /** The outcome of the trial under way. */
        AWAITED,
        /** Word for word what was already taken; or anything about a trial that was withdrawn. */
        REPEATED,
        /** Of the next trial, of whose command only the rig knows. */
        FORGOTTEN
    }

    private long[] digests = new long[FIRST_CAPACITY];
    private int taken;
    private boolean underWay;

    /** Starts the next trial and returns its number. */
    long open() {
        if (underWay) {
            throw new IllegalStateException("trial " + current() + " is still under way");
        }
        underWay = true;
        return current();
    }

    /** The number of the trial under way, or of the next one. */
    long current() {
        return taken + 1L;
    }

    /** Whether a trial was presented whose outcome has not come. */
    boolean underWay() {
        return underWay;
    }

    /** The last trial whose outcome was taken; 0 before the first. */
    long acceptedThrough() {
        return taken;
    }

    /**
     * Says how an outcome stands to the trials so far; changes nothing.
     *
     * @param mayForget whether a command may have left that is not known here
     * @throws Refused if the trial was never presented, or was taken with other content
     */
    Standing standing(Outcome outcome, boolean mayForget) {
        long trial = outcome.getTrial();
        if (trial == current() && underWay) {
            return Standing.AWAITED;
        }
        if (trial == current() && mayForget) {
            return Standing.FORGOTTEN;
        }
        if (trial < 1 || Long.compareUnsigned(trial, taken) > 0) {
            throw Refused.of(Refused.Kind.INVALID, "outcome.trial", Long.toUnsignedString(trial)
                    + " was not presented; " + (underWay
                            ? "trial " + current() + " is under way"
                            : "no trial is under way, the next is " + current()));
        }
        long known = digests[(int) trial - 1];
        if (known != WITHDRAWN && known != digest(outcome)) {
            throw Refused.of(Refused.Kind.STATE, "outcome.trial",
                    trial + " was already taken with other content; its outcome cannot change any more");
        }
        return Standing.REPEATED;
    }

    /** Takes the outcome of the trial under way. */
    void take(Outcome outcome) {
        if (taken == digests.length) {
            digests = Arrays.copyOf(digests, Math.multiplyExact(taken, 2));
        }
        digests[taken] = digest(outcome);
        taken++;
        underWay = false;
    }

    /** Ends the trial under way with an outcome of the server's own: whatever a rig says of it later changes nothing. */
    void withdraw(Outcome outcome) {
        take(outcome);
        digests[taken - 1] = WITHDRAWN;
    }

    /** Over what the belief may learn from; not over when it was observed. */
    private static long digest(Outcome outcome) {
        long hash = mix(outcome.getInvalid() ? 1 : 2);
        for (int i = 0; i < outcome.getCountsCount(); i++) {
            hash = mix(hash ^ outcome.getCounts(i));
        }
        hash = mix(hash + outcome.getCountsCount());
        for (int i = 0; i < outcome.getChoicesCount(); i++) {
            hash = mix(hash ^ outcome.getChoices(i));
        }
        hash = mix(hash + outcome.getChoicesCount());
        for (int i = 0; i < outcome.getValuesCount(); i++) {
            hash = mix(hash ^ Double.doubleToLongBits(outcome.getValues(i)));
        }
        hash = mix(hash + outcome.getValuesCount());
        for (int i = 0; i < outcome.getPresentedCount(); i++) {
            hash = mix(hash ^ Double.doubleToLongBits(outcome.getPresented(i)));
        }
        return hash;
    }

    /** The finaliser of SplitMix64 (Steele, Lea and Flood 2014) over a Weyl step. */
    private static long mix(long value) {
        long z = value + 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
