package io.stimloop.inference.map;

/**
 * Against a kernel that is wrong in ways that the evidence cannot tell yet.
 *
 * @param repeatDiscount from 0: the expected reduction of variance by a count is divided by (trials at its stimulus +
 *                       1/2) to this power
 * @param mostVariance   of f that counts in the expectation of exp(f), above 0; a log-normal expectation with a large
 *                       variance is mostly its tail, on which few counts say nothing. Infinite for no hedge
 */
public record Hedge(double repeatDiscount, double mostVariance) {
    /** Expectations and reductions as the model says. */
    public static final Hedge NONE = new Hedge(0, Double.POSITIVE_INFINITY);
}
