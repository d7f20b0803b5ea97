package io.stimloop.control.spec;

/**
 * Limits that no command may leave.
 *
 * @param min           least value of each dimension, allowed itself; not to be modified
 * @param max           greatest value of each dimension, allowed itself; not to be modified
 * @param validForNanos how long a command may still be carried out after it arrived; above 0
 * @param leaseNanos    how long a stimulator may go on without a word from the server; from 50 ms
 */
public record SafetySettings(double[] min, double[] max, long validForNanos, long leaseNanos) {}
