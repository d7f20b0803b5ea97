package io.stimloop.numerics.kernel;

/**
 * Rates laid out in rows, and their logarithms: {@code rate(row, column) = max(offset(column) + slope(row) *
 * gain, LOWEST_RATE)}, for one gain after another. Mutable; not thread safe.
 */
public final class RateBlock {
    private final double[] offsets;
    private final double[] slopes;
    private final double[] rates;
    private final double[] logRates;

    /**
     * @param offsets one per column, a multiple of {@link Kernels#LANES} of them; not to be modified later
     * @param slopes  one per row; not to be modified later
     */
    public RateBlock(double[] offsets, double[] slopes) {
        this.offsets = offsets;
        this.slopes = slopes;
        this.rates = new double[offsets.length * slopes.length];
        this.logRates = new double[rates.length];
    }

    /** Sets the gain. */
    public void fill(double gain) {
        Kernels.COUNTS.rates(offsets, slopes, gain, rates);
        Kernels.ARRAYS.logarithms(rates, rates.length, logRates);
    }

    /** Number of rates. */
    public int size() {
        return rates.length;
    }

    /** Row by row. Not to be modified; overwritten later. */
    public double[] rates() {
        return rates;
    }

    /** Their natural logarithms. Not to be modified; overwritten later. */
    public double[] logRates() {
        return logRates;
    }

    /** Bytes of the working memory of a block. */
    public static long bytes(int columns, int rows) {
        return 2L * Double.BYTES * columns * rows;
    }
}
