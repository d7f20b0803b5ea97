package io.stimloop.numerics.linear;

import io.stimloop.numerics.kernel.Kernels;
import java.util.Arrays;

/**
 * Eigenvalues of a small symmetric matrix, and the way to the coordinates in its eigenvectors and back: Householder's
 * reduction to three diagonals, then QL steps with Wilkinson's shift (Golub and Van Loan 2013, Matrix Computations,
 * sections 8.3.1 and 8.3.3). The eigenvectors themselves are not made, only the reflections and rotations that lead to
 * them kept, which is several times less work. Has working memory for matrices up to a size; not thread safe.
 */
public final class SymmetricEigen {
    private static final int MOST_STEPS = 60;
    private static final double NEGLIGIBLE = 1e-16;

    private final double[][] reduced;
    /** Row k: the vector of the reflection that made column k vanish. */
    private final double[][] mirrors;
    private final double[] halves;
    private final double[] diagonal;
    private final double[] beside;
    private final double[] work;
    private double[] sines;
    private double[] cosines;
    private int[] places;
    private int rotations;
    private int n;

    /** For matrices of up to so many rows. */
    public SymmetricEigen(int mostRows) {
        reduced = new double[mostRows][mostRows];
        mirrors = new double[mostRows][mostRows];
        halves = new double[mostRows];
        diagonal = new double[mostRows];
        beside = new double[mostRows];
        work = new double[mostRows];
        int usual = 2 * mostRows * mostRows;
        sines = new double[usual];
        cosines = new double[usual];
        places = new int[usual];
    }

    /**
     * Decomposes a matrix.
     *
     * @param matrix symmetric; its first {@code rows} rows and columns are read; not modified
     */
    public void decompose(double[][] matrix, int rows) {
        n = rows;
        rotations = 0;
        for (int i = 0; i < n; i++) {
            System.arraycopy(matrix[i], 0, reduced[i], 0, n);
        }
        for (int k = 0; k < n - 2; k++) {
            reflect(k);
        }
        for (int i = 0; i < n; i++) {
            diagonal[i] = reduced[i][i];
            beside[i] = i + 1 < n ? reduced[i + 1][i] : 0;
        }
        for (int l = 0; l < n; l++) {
            split(l);
        }
    }

    /** Eigenvalue k, in no order. */
    public double value(int k) {
        return diagonal[k];
    }

    /** From a vector to its coordinates in the eigenvectors, of length 1 each, in place. */
    public void toEigenvectors(double[] x) {
        for (int k = 0; k < n - 2; k++) {
            mirror(k, x);
        }
        for (int r = 0; r < rotations; r++) {
            int i = places[r];
            double second = x[i + 1];
            x[i + 1] = sines[r] * x[i] + cosines[r] * second;
            x[i] = cosines[r] * x[i] - sines[r] * second;
        }
    }

    /** From coordinates in the eigenvectors to the vector, in place. */
    public void fromEigenvectors(double[] x) {
        for (int r = rotations - 1; r >= 0; r--) {
            int i = places[r];
            double second = x[i + 1];
            x[i + 1] = cosines[r] * second - sines[r] * x[i];
            x[i] = cosines[r] * x[i] + sines[r] * second;
        }
        for (int k = n - 3; k >= 0; k--) {
            mirror(k, x);
        }
    }

    private void mirror(int k, double[] x) {
        if (halves[k] > 0) {
            double factor = Kernels.ARRAYS.dot(mirrors[k], x, n) / halves[k];
            Kernels.ARRAYS.addScaled(-factor, mirrors[k], k, n - k, x, k);
        }
    }

    /** Makes column k vanish below the first element beside the diagonal. */
    private void reflect(int k) {
        double[] v = mirrors[k];
        Arrays.fill(v, 0, n, 0);
        double squares = 0;
        for (int i = k + 1; i < n; i++) {
            v[i] = reduced[i][k];
            squares += v[i] * v[i];
        }
        double head = v[k + 1];
        double length = Math.sqrt(squares);
        halves[k] = squares + Math.abs(head) * length;
        if (halves[k] > 0) {
            v[k + 1] += head < 0 ? -length : length;
            reflectBothSides(k, v);
        }
    }

    /** {@code A = (I - v v' / half) A (I - v v' / half)}. */
    private void reflectBothSides(int k, double[] v) {
        double overlap = 0;
        for (int i = k; i < n; i++) {
            work[i] = Kernels.ARRAYS.dot(reduced[i], v, n) / halves[k];
            overlap += v[i] * work[i];
        }
        Kernels.ARRAYS.addScaled(-0.5 * overlap / halves[k], v, k, n - k, work, k);
        for (int i = k; i < n; i++) {
            Kernels.ARRAYS.addScaled(-v[i], work, k, n - k, reduced[i], k);
            Kernels.ARRAYS.addScaled(-work[i], v, k, n - k, reduced[i], k);
        }
    }

    /** QL steps until the element beside diagonal l is nothing. */
    private void split(int l) {
        for (int step = 0; step < MOST_STEPS; step++) {
            int end = l;
            while (end < n - 1 && !negligible(end)) {
                end++;
            }
            if (end == l) {
                return;
            }
            chase(l, end);
        }
    }

    private boolean negligible(int i) {
        double scale = Math.abs(diagonal[i]) + Math.abs(diagonal[i + 1]);
        return Math.abs(beside[i]) <= NEGLIGIBLE * scale || Math.abs(beside[i]) < Double.MIN_NORMAL;
    }

    /** One implicit step, from the lower end up. */
    private void chase(int l, int end) {
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
            keep(i, sine, cosine);
        }
        diagonal[l] -= carried;
        beside[l] = bulge;
        beside[end] = 0;
    }

    private void keep(int place, double sine, double cosine) {
        if (rotations == places.length) {
            sines = Arrays.copyOf(sines, 2 * rotations);
            cosines = Arrays.copyOf(cosines, 2 * rotations);
            places = Arrays.copyOf(places, 2 * rotations);
        }
        sines[rotations] = sine;
        cosines[rotations] = cosine;
        places[rotations++] = place;
    }
}
