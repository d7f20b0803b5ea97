package io.stimloop.numerics.linear;

import java.util.Arrays;

/**
 * Eigenvalues and eigenvectors of a small symmetric matrix: Householder's reduction to three diagonals, then QL steps
 * with Wilkinson's shift (Golub and Van Loan 2013, Matrix Computations, sections 8.3.1 and 8.3.3). Has working memory
 * for matrices up to a size; not thread safe.
 */
public final class SymmetricEigen {
    private static final int MOST_STEPS = 60;

    /** Row k becomes the eigenvector k. */
    private final double[][] rows;
    private final double[] diagonal;
    private final double[] beside;
    private final double[] work;
    private final double[][] reduced;
    private final double[] v;

    /** For matrices of up to so many rows. */
    public SymmetricEigen(int mostRows) {
        rows = new double[mostRows][mostRows];
        diagonal = new double[mostRows];
        beside = new double[mostRows];
        work = new double[mostRows];
        reduced = new double[mostRows][mostRows];
        v = new double[mostRows];
    }

    /**
     * Decomposes a matrix.
     *
     * @param matrix symmetric; its first {@code n} rows and columns are read; not modified
     */
    public void decompose(double[][] matrix, int n) {
        for (int i = 0; i < n; i++) {
            System.arraycopy(matrix[i], 0, reduced[i], 0, n);
            Arrays.fill(rows[i], 0);
            rows[i][i] = 1;
        }
        for (int k = 0; k < n - 2; k++) {
            reflect(k, n);
        }
        for (int i = 0; i < n; i++) {
            diagonal[i] = reduced[i][i];
            beside[i] = i + 1 < n ? reduced[i + 1][i] : 0;
        }
        for (int l = 0; l < n; l++) {
            split(l, n);
        }
    }

    /** Eigenvalue k, in no order. */
    public double value(int k) {
        return diagonal[k];
    }

    /** Eigenvector k, of length 1; not to be modified. */
    public double[] vector(int k) {
        return rows[k];
    }

    /** Makes column k vanish below the first element beside the diagonal. */
    private void reflect(int k, int n) {
        double[][] a = reduced;
        double squares = 0;
        for (int i = k + 1; i < n; i++) {
            squares += a[i][k] * a[i][k];
        }
        double head = a[k + 1][k];
        double length = Math.sqrt(squares);
        double half = squares + Math.abs(head) * length;
        if (half == 0) {
            return;
        }
        Arrays.fill(v, 0, n, 0);
        for (int i = k + 1; i < n; i++) {
            v[i] = a[i][k];
        }
        v[k + 1] += head < 0 ? -length : length;
        reflectBothSides(k, half, n);
        reflectRows(k, half, n);
    }

    private void reflectRows(int k, double half, int n) {
        Arrays.fill(work, 0, n, 0);
        for (int i = k + 1; i < n; i++) {
            for (int j = 0; j < n; j++) {
                work[j] += v[i] * rows[i][j];
            }
        }
        for (int i = k + 1; i < n; i++) {
            double factor = v[i] / half;
            for (int j = 0; j < n; j++) {
                rows[i][j] -= factor * work[j];
            }
        }
    }

    /** {@code A = (I - v v' / half) A (I - v v' / half)}. */
    private void reflectBothSides(int k, double half, int n) {
        double[][] a = reduced;
        double overlap = 0;
        for (int i = k; i < n; i++) {
            double sum = 0;
            for (int j = k + 1; j < n; j++) {
                sum += a[i][j] * v[j];
            }
            work[i] = sum / half;
            overlap += v[i] * work[i];
        }
        for (int i = k; i < n; i++) {
            work[i] -= 0.5 * overlap / half * v[i];
        }
        for (int i = k; i < n; i++) {
            for (int j = k; j < n; j++) {
                a[i][j] -= v[i] * work[j] + work[i] * v[j];
            }
        }
    }

    /** QL steps until the element beside diagonal l is nothing. */
    private void split(int l, int n) {
        for (int step = 0; step < MOST_STEPS; step++) {
            int end = l;
            while (end < n - 1 && !negligible(end)) {
                end++;
            }
            if (end == l) {
                return;
            }
            chase(l, end, n);
        }
    }

    private boolean negligible(int i) {
        double scale = Math.abs(diagonal[i]) + Math.abs(diagonal[i + 1]);
        return Math.abs(beside[i]) <= 1e-16 * scale || Math.abs(beside[i]) < Double.MIN_NORMAL;
    }

    /** One implicit step, from the lower end up. */
    private void chase(int l, int end, int n) {
        double ahead = (diagonal[l + 1] - diagonal[l]) / (2 * beside[l]);
        double root = Math.sqrt(ahead * ahead + 1);
        double bulge = diagonal[end] - diagonal[l] + beside[l] / (ahead + (ahead < 0 ? -root : root));
        double sine = 1;
        double cosine = 1;
        double carried = 0;
        for (int i = end - 1; i >= l; i--) {
            double f = sine * beside[i];
            double b = cosine * beside[i];
            double r = Math.sqrt(f * f + bulge * bulge);
            beside[i + 1] = r;
            if (r == 0) {
                diagonal[i + 1] -= carried;
                beside[end] = 0;
                return;
            }
            sine = f / r;
            cosine = bulge / r;
            double g = diagonal[i + 1] - carried;
            double t = (diagonal[i] - g) * sine + 2 * cosine * b;
            carried = sine * t;
            diagonal[i + 1] = g + carried;
            bulge = cosine * t - b;
            rotate(rows[i], rows[i + 1], sine, cosine, n);
        }
        diagonal[l] -= carried;
        beside[l] = bulge;
        beside[end] = 0;
    }

    private static void rotate(double[] first, double[] second, double sine, double cosine, int n) {
        for (int k = 0; k < n; k++) {
            double f = second[k];
            second[k] = sine * first[k] + cosine * f;
            first[k] = cosine * first[k] - sine * f;
        }
    }
}
