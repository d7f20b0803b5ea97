package io.stimloop.numerics.kernel;

/**
 * Elementary functions, sums and products over arrays. Sums run in virtual lanes that are added pairwise at
 * the end, whatever the width of the processor's registers. Stateless.
 */
public interface ArrayKernels {
    /** Virtual lanes of a sum over a whole array. */
    int SUM_LANES = 16;

    /** {@code out[i] = exp(x[i] - shift)} for i below {@code n}; see {@link Elementary#exp}. */
    void exponentials(double[] x, double shift, int n, double[] out);

    /** {@code out[i] = ln(x[i])} for i below {@code n}; see {@link Elementary#log}. */
    void logarithms(double[] x, int n, double[] out);

    /**
     * Entropy {@code -sum p[i] ln(p[i])} of the first {@code n} elements, in nats. Elements that are not
     * positive count as 0.
     */
    double entropy(double[] p, int n);

    /** Sum of the first {@code n} elements. */
    double sum(double[] x, int n);

    /** Sum of {@code a[i] * b[i]} for i below {@code n}. */
    double dot(double[] a, double[] b, int n);

    /**
     * Sums of rows that follow each other without gaps.
     *
     * @param stride length of a row, a multiple of {@link Kernels#LANES}
     * @param sums   receives them; its length is the number of rows
     */
    void rowSums(double[] x, int stride, double[] sums);

    /** {@code y[yFrom + i] += factor * x[xFrom + i]} for i below {@code n}, rounded once. */
    void addScaled(double factor, double[] x, int xFrom, int n, double[] y, int yFrom);

    /** {@code x[i] *= factor} for i below {@code n}. */
    default void scale(double[] x, double factor, int n) {
        // The compiler finds the vectors of such a loop by itself; one text serves both twins.
        for (int i = 0; i < n; i++) {
            x[i] *= factor;
        }
    }
}
