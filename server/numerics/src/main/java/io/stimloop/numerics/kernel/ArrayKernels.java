package io.stimloop.numerics.kernel;

/**
 * Sums, products and exponentials over arrays. Sums run in sixteen virtual lanes that are added pairwise
 * at the end, whatever the width of the processor's registers. Stateless.
 */
public interface ArrayKernels {
    /** Virtual lanes of a sum. */
    int SUM_LANES = 16;

    /** Sum of the first {@code n} elements. */
    double sum(double[] x, int n);

    /** Sum of {@code a[i] * b[i]} for i below {@code n}. */
    double dot(double[] a, double[] b, int n);

    /** {@code x[i] *= factor} for i below {@code n}. */
    void scale(double[] x, double factor, int n);

    /** {@code y[yFrom + i] += factor * x[xFrom + i]} for i below {@code n}, rounded once. */
    void addScaled(double factor, double[] x, int xFrom, int n, double[] y, int yFrom);

    /**
     * Entropy {@code -sum p[i] ln(p[i])} of the first {@code n} elements, in nats. Elements that are not
     * positive count as 0.
     */
    double entropy(double[] p, int n);

    /**
     * {@code out[i] = exp(logs[i] - shift)} for all rows.
     *
     * @param stride  length of a row, a multiple of {@link Kernels#LANES}
     * @param rowSums receives the sum of each row of {@code out}; its length is the number of rows
     */
    void exponentials(double[] logs, double shift, int stride, double[] out, double[] rowSums);
}
