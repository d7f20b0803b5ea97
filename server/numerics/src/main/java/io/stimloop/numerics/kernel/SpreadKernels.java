package io.stimloop.numerics.kernel;

/**
 * Moves probability mass from where it lies onto the knots around it, with Lagrange weights: the transpose
 * of interpolation. Any function that the knots interpolate well has the same expectation before and after.
 * Stateless.
 */
public interface SpreadKernels {
    /** Cells with less mass than this are not moved on; a million of them would not make 1e-12. */
    double NEGLIGIBLE = 1e-18;

    /**
     * Finds the knots around the rates {@code max(x[from + k] * slope + offset, LOWEST_RATE)}.
     *
     * @param x       readable up to {@code from + padded(n)}
     * @param cells   receives the index of the first knot of each stencil; at least {@code padded(n)} long
     * @param weights receives the weight of knot i of stencil k at {@code i * cells.length + k}
     */
    void stencils(double[] x, int from, int n, double slope, double offset, RateKnots knots, double[] cells,
            double[] weights);

    /**
     * Moves whole rows: {@code mass[(cells[k] + i) * stride + c] += weight(i, k) * rows[from + k * stride + c]}.
     *
     * @param stride  length of a row, a multiple of {@link Kernels#LANES}
     * @param cells   as {@link #stencils} gave them, for the {@code n} rows
     * @param weights likewise
     */
    void spreadRows(double[] rows, int from, int n, int stride, double[] cells, double[] weights,
            double[] mass);

    /**
     * Moves single numbers: {@code out[outFrom + first[at + k] + i] += weights[(at + k) * STENCIL + i] *
     * mass[from + k]} for k below {@code n}, but for those that are {@link #NEGLIGIBLE}.
     */
    void spreadCells(double[] mass, int from, int n, int[] first, double[] weights, int at, double[] out,
            int outFrom);
}
