package io.stimloop.numerics.kernel;

/**
 * Rates laid out in rows: {@code rate(row, i) = max(offsets[i] + slopes[row] * gain, LOWEST_RATE)}. The gain
 * differs from call to call.
 *
 * @param offsets one per column, padded to a multiple of {@link Kernels#LANES}
 * @param slopes  one per row
 */
public record RateRows(double[] offsets, double[] slopes) {
    /** Distance between the starts of two rows. */
    public int stride() {
        return offsets.length;
    }

    /** Numbers in all rows together. */
    public int size() {
        return offsets.length * slopes.length;
    }
}
