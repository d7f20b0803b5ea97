package io.stimloop.numerics.kernel;

/**
 * What a trial costs for every cell of a grid: the cell's rate, the log likelihood of the count, and adding
 * it to the cell's log probability. That last pass also takes the old maximum out, so that no pass of its
 * own is needed for it. Stateless.
 */
public interface CountKernels {
    /** A cell whose log probability is further below the maximum than this is no longer believed in. */
    double BELIEVED = -60;

    /** In {@code peaks}: the largest log probability after the pass. */
    int NEW_PEAK = 0;
    /** In {@code peaks}: the largest log likelihood among the cells believed in before the pass. */
    int LIKELIHOOD_PEAK = 1;

    /**
     * {@code out[row * offsets.length + column] = max(offsets[column] + slopes[row] * gain, LOWEST_RATE)}.
     *
     * @param offsets a multiple of {@link Kernels#LANES} of them
     */
    void rates(double[] offsets, double[] slopes, double gain, double[] out);

    /**
     * {@code likelihood[i] = count * logRates[i] - rest[i]}.
     *
     * @param rest for a Poisson count the rates; not modified
     */
    default void likelihoods(double count, double[] logRates, double[] rest, double[] likelihood) {
        // The compiler finds the vectors of such a loop by itself; one text serves both twins.
        for (int i = 0; i < likelihood.length; i++) {
            likelihood[i] = Math.fma(count, logRates[i], -rest[i]);
        }
    }

    /**
     * {@code logs[from + i] += likelihood[i] - shift} for the whole of {@code likelihood}, whose length is a
     * multiple of {@link Kernels#LANES}.
     *
     * @param shift maximum of {@code logs} before the pass
     * @param peaks the two maxima, raised where this pass exceeds them
     */
    void add(double[] likelihood, double[] logs, int from, double shift, double[] peaks);
}
