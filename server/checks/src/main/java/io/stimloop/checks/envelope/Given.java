package io.stimloop.checks.envelope;

import org.jspecify.annotations.Nullable;

/**
 * A command that was given.
 *
 * @param stimulus one value per dimension
 * @param nanos    when it began
 * @param light    its pulses of light; null where there is none
 * @param current  its pulses of current; null where there is none
 */
record Given(double[] stimulus, long nanos, @Nullable Pulses light, @Nullable Pulses current) {
    /** The pulses of light at a target, or after the last at any; null where there are none. */
    @Nullable
    Pulses light(int target) {
        return target == Setup.TARGETS || stimulus[target] != 0 ? light : null;
    }

    /** The pulses of current at a dimension; null where there are none. */
    @Nullable
    Pulses current(int electrode) {
        return stimulus[electrode] != 0 ? current : null;
    }

    /** When the last of it ended. */
    long ends() {
        long lit = light == null ? 0 : light.train();
        long driven = current == null ? 0 : current.train();
        return nanos + Math.max(lit, driven);
    }
}
