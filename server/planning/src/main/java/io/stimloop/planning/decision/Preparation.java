package io.stimloop.planning.decision;

/**
 * What is known of the next decision while the stimulus before it is on.
 *
 * @param position       of the next request, if the trial under way counts
 * @param stimulus       that is on; empty for a blank; not to be modified
 * @param commandedNanos when its command left
 */
public record Preparation(long position, double[] stimulus, long commandedNanos) {}
