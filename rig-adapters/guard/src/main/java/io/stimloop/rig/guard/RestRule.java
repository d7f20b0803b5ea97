package io.stimloop.rig.guard;

import java.util.Optional;

/** A value that was other than 0 must be 0 for a time, counted from command to command. */
public final class RestRule implements Rule {
    private static final long NANOS_PER_MILLI = 1_000_000;

    private final long restNanos;
    private final long[] readyNanos;
    private final boolean[] resting;

    /** So long, above 0, for each of so many values. */
    public RestRule(int dimensions, long restNanos) {
        this.restNanos = restNanos;
        readyNanos = new long[dimensions];
        resting = new boolean[dimensions];
    }

    @Override
    public Optional<String> refusal(double[] stimulus, long nowNanos) {
        for (int i = 0; i < stimulus.length; i++) {
            long left = readyNanos[i] - nowNanos;
            if (stimulus[i] != 0 && resting[i] && left > 0) {
                return Optional
                        .of("value " + i + " must rest for " + (left / NANOS_PER_MILLI + 1) + " ms more");
            }
        }
        return Optional.empty();
    }

    @Override
    public void note(double[] stimulus, long nowNanos) {
        for (int i = 0; i < stimulus.length; i++) {
            if (stimulus[i] != 0) {
                resting[i] = true;
                readyNanos[i] = nowNanos + restNanos;
            }
        }
    }
}
