package io.stimloop.rig.neurons.recorded;

import java.util.Arrays;

/**
 * The spike counts of every repeat of one direction.
 *
 * @param directionDeg from 0 to below 360
 * @param counts       at least one, in the order of the recording; not to be modified
 */
public record Repeats(double directionDeg, int[] counts) {
    /** Mean count. */
    public double mean() {
        return Arrays.stream(counts).average().orElseThrow();
    }

    /** Standard deviation of the counts (with n - 1), in spikes; NaN for a single repeat. */
    public double sd() {
        double mean = mean();
        double squares = Arrays.stream(counts).mapToDouble(count -> (count - mean) * (count - mean)).sum();
        return Math.sqrt(squares / (counts.length - 1));
    }

    /** Standard error of the mean count, in spikes; NaN for a single repeat. */
    public double standardError() {
        return sd() / Math.sqrt(counts.length);
    }
}
