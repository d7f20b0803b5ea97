package io.stimloop.numerics.linear;

import io.stimloop.numerics.kernel.Kernels;
import java.util.Arrays;

/**
 * The lower triangle of a symmetric matrix, or a triangular factor; its rows are arrays of their own, so that it
 * grows without being copied. Not thread safe.
 */
public final class LowerTriangle {
    private static final int FIRST_CAPACITY = 16;

    private double[][] rows = new double[0][];

    /** Makes one without rows. */
    public LowerTriangle() {}

    /** Bytes of one with so many rows. */
    public static long bytes(long size) {
        return Double.BYTES * size * (size + 1) / 2 + 24 * size;
    }

    /** Makes room for so many rows; the rows there are keep their numbers. */
    public void ensure(int size) {
        int before = rows.length;
        if (size <= before) {
            return;
        }
        int capacity = Math.max(size, Math.max(FIRST_CAPACITY, before + before / 2));
        rows = Arrays.copyOf(rows, capacity);
        for (int i = before; i < capacity; i++) {
            rows[i] = new double[i + 1];
        }
    }

    /** Row i: the elements (i, 0) to (i, i). To be written by whoever fills the triangle. */
    public double[] row(int i) {
        return rows[i];
    }

    /** Takes over the first rows of another. */
    public void copyFrom(LowerTriangle other, int size) {
        ensure(size);
        for (int i = 0; i < size; i++) {
            System.arraycopy(other.rows[i], 0, rows[i], 0, i + 1);
        }
    }

    /**
     * Replaces the symmetric matrix of the first rows by its Cholesky factor L, {@code L L' = A}.
     *
     * @return false when the matrix is not positive definite to working accuracy; the rows are of no use then
     */
    public boolean factor(int size) {
        for (int i = 0; i < size; i++) {
            double[] row = rows[i];
            for (int j = 0; j < i; j++) {
                row[j] = (row[j] - Kernels.ARRAYS.dot(row, rows[j], j)) / rows[j][j];
            }
            double pivot = row[i] - Kernels.ARRAYS.dot(row, row, i);
            if (!(pivot > 0) || pivot == Double.POSITIVE_INFINITY) {
                return false;
            }
            row[i] = Math.sqrt(pivot);
        }
        return true;
    }

    /** {@code x = L^-1 x} for the first rows. */
    public void solve(double[] x, int size) {
        for (int i = 0; i < size; i++) {
            x[i] = (x[i] - Kernels.ARRAYS.dot(rows[i], x, i)) / rows[i][i];
        }
    }

    /** {@code x = L'^-1 x} for the first rows. */
    public void solveTransposed(double[] x, int size) {
        for (int i = size - 1; i >= 0; i--) {
            x[i] /= rows[i][i];
            Kernels.ARRAYS.addScaled(-x[i], rows[i], 0, i, x, 0);
        }
    }

    /** {@code out = A x} with the symmetric matrix of which the first rows are the lower triangle. */
    public void multiply(double[] x, int size, double[] out) {
        for (int i = 0; i < size; i++) {
            out[i] = Kernels.ARRAYS.dot(rows[i], x, i + 1);
            Kernels.ARRAYS.addScaled(x[i], rows[i], 0, i, out, 0);
        }
    }

    /** {@code out = L x} with the triangle itself. */
    public void multiplyTriangle(double[] x, int size, double[] out) {
        for (int i = 0; i < size; i++) {
            out[i] = Kernels.ARRAYS.dot(rows[i], x, i + 1);
        }
    }

    /** Sum of the natural logarithms of the diagonal: half the log determinant of {@code L L'}. */
    public double logDiagonal(int size) {
        double sum = 0;
        for (int i = 0; i < size; i++) {
            sum += StrictMath.log(rows[i][i]);
        }
        return sum;
    }
}
