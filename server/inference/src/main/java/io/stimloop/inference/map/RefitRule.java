package io.stimloop.inference.map;

/**
 * When and how far a kernel is refitted by the evidence.
 *
 * @param every trials between refits, from 1
 * @param logSd standard deviation of the natural logarithms of variances and lengths about those of the spec, above 0;
 *              the mean may go as many prior standard deviations
 */
public record RefitRule(long every, double logSd) {
    /** The kernel stays as it is. */
    public static final RefitRule NEVER = new RefitRule(Long.MAX_VALUE, 1);
}
