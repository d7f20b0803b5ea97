package io.stimloop.numerics.kernel;

/**
 * Sums of the rows of a matrix that lies row by row in one array: what triangular solves for many right-hand sides
 * and products with a few vectors come to. Terms are added in the order of the rows, whatever the width of the
 * processor's registers. Stateless.
 */
public interface RowKernels {
    /**
     * {@code y[yFrom + i] += sign * sum_j factors[j] * matrix[j * stride + from + i]} for i below {@code n} and j
     * below {@code rows}; every product and its sum are rounded once. {@code y} may be a later row of the matrix.
     *
     * @param sign 1 or -1
     */
    void addRows(double sign, double[] factors, int rows, double[] matrix, int stride, int from, int n,
            double[] y, int yFrom);

    /** Columns of a panel: a matrix whose rows follow each other without a gap. */
    int PANEL = 8;
    /** Columns of a panel that {@link #subtractProducts} multiplies at once. */
    int HALF_PANEL = 4;

    /**
     * Takes products of columns of two panels off: {@code y[q][from + l] -= sum_j a[aFrom + 8 j + q] * b[bFrom + 8 j + l]}
     * for q below 4, l below 8 and j below {@code rows}; every product and its sum are rounded once.
     */
    void subtractProducts(double[] a, int aFrom, double[] b, int bFrom, int rows, double[][] y, int from);

    /** {@code y[yFrom + i] -= x[xFrom + i]^2} for i below {@code n}, rounded once. */
    default void subtractSquares(double[] x, int xFrom, int n, double[] y, int yFrom) {
        // The compiler finds the vectors of such a loop by itself; one text serves both twins.
        for (int i = 0; i < n; i++) {
            y[yFrom + i] = Math.fma(-x[xFrom + i], x[xFrom + i], y[yFrom + i]);
        }
    }
}
