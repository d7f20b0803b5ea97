package io.stimloop.control.spec;

import io.stimloop.control.safety.Limits;
import io.stimloop.control.safety.Outputs;
import io.stimloop.v1.LimitsInForce;

/**
 * Limits that no command may leave.
 *
 * @param min           least value of each dimension, allowed itself; not to be modified
 * @param max           greatest value of each dimension, allowed itself; not to be modified
 * @param validForNanos how long a command may still be carried out after it arrived; above 0
 * @param leaseNanos    how long a stimulator may go on without a word from the server; from 50 ms
 * @param outputs       what the stimulus drives
 * @param limits        of these outputs, and of dimensions by name: those of the server and of the spec together
 * @param inForce       which limits of the server these are
 */
public record SafetySettings(double[] min, double[] max, long validForNanos, long leaseNanos, Outputs outputs,
        Limits limits, LimitsInForce inForce) {
    /** A lease where nothing can do harm and the spec says nothing. */
    public static final long HARMLESS_LEASE_NANOS = 2_000_000_000;

    /**
     * How long one rig may go on without a word.
     *
     * @param armed whether it drives what can do harm; else it is given the time of a harmless experiment, unless the spec
     *              says how long
     * @param said  whether the spec says it
     */
    public long leaseNanos(boolean armed, boolean said) {
        return armed || said ? leaseNanos : HARMLESS_LEASE_NANOS;
    }
}
