package io.stimloop.rig.guard;

import java.util.Optional;

/**
 * A value that was other than 0 must be 0 for a time: from the end of its train, or, by a rule of the spec, from command to
 * command.
 */
public final class RestRule implements Rule {
    private static final long NANOS_PER_MILLI = 1_000_000;

    private final long restNanos;
    private final double restPerTrain;
    private final Train train;
    private final int[] values;
    private final long[] readyNanos;
    private final boolean[] resting;

    /**
     * From the end of a train to the next.
     *
     * @param values       the places of those that this is about; others do not count
     * @param restNanos    at least
     * @param restPerTrain at least, as a multiple of the length of the train
     */
    public RestRule(int[] values, Train train, long restNanos, double restPerTrain) {
        this.train = train;
        this.restNanos = restNanos;
        this.restPerTrain = restPerTrain;
        this.values = values.clone();
        readyNanos = new long[values.length];
        resting = new boolean[values.length];
    }

    /** From command to command, so long, above 0. */
    public RestRule(int[] values, long restNanos) {
        this(values, Train.onePulse(0), restNanos, 0);
    }

    @Override
    public Optional<String> refusal(double[] stimulus, long nowNanos) {
        for (int i = 0; i < values.length; i++) {
            long left = readyNanos[i] - nowNanos;
            if (stimulus[values[i]] != 0 && resting[i] && left > 0) {
                return Optional
                        .of("value " + values[i] + " must rest for " + (left / NANOS_PER_MILLI + 1)
                                + " ms more");
            }
        }
        return Optional.empty();
    }

    @Override
    public void note(double[] stimulus, long nowNanos) {
        long lengthNanos = train.lengthNanos(stimulus);
        long rest = Math.max(restNanos, (long) Math.ceil(restPerTrain * lengthNanos));
        for (int i = 0; i < values.length; i++) {
            if (stimulus[values[i]] != 0) {
                resting[i] = true;
                readyNanos[i] = nowNanos + lengthNanos + rest;
            }
        }
    }
}
