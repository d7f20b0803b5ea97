package io.stimloop.inference.points;

/** The lower Cholesky factor of a symmetric matrix of a few rows, row by row. Mutable; not thread safe. */
final class SmallCholesky {
    private final int size;
    private final double[] lower;

    SmallCholesky(int size) {
        this.size = size;
        this.lower = new double[size * size];
    }

    /** Sets an element of the matrix, at or below its diagonal. */
    void set(int row, int column, double value) {
        lower[row * size + column] = value;
    }

    /** An element of the factor, after {@link #factor(double)}. */
    double get(int row, int column) {
        return lower[row * size + column];
    }

    /** Replaces the matrix by its factor. */
    void factor(double least) {
        factor(lower, size, least);
    }

    /**
     * Replaces a matrix by its factor.
     *
     * @param matrix its lower triangle, row by row
     * @param least  smaller squares on the diagonal are rounding and taken as this
     */
    static void factor(double[] matrix, int size, double least) {
        for (int a = 0; a < size; a++) {
            for (int b = 0; b <= a; b++) {
                double sum = matrix[a * size + b];
                for (int c = 0; c < b; c++) {
                    sum = Math.fma(-matrix[a * size + c], matrix[b * size + c], sum);
                }
                matrix[a * size + b] = a == b
                        ? Math.sqrt(Math.max(sum, least))
                        : sum / matrix[b * size + b];
            }
        }
    }

    /** {@code out = factor * L^-1 L^-T} of the factor L: its lower triangle. */
    void inverseSquare(double factor, double[] out) {
        double[] inverse = new double[size * size];
        for (int a = 0; a < size; a++) {
            inverse[a * size + a] = 1 / get(a, a);
            for (int b = 0; b < a; b++) {
                double sum = 0;
                for (int c = b; c < a; c++) {
                    sum = Math.fma(get(a, c), inverse[c * size + b], sum);
                }
                inverse[a * size + b] = -sum / get(a, a);
            }
        }
        for (int a = 0; a < size; a++) {
            for (int b = 0; b <= a; b++) {
                double sum = 0;
                for (int c = 0; c <= b; c++) {
                    sum = Math.fma(inverse[a * size + c], inverse[b * size + c], sum);
                }
                out[a * size + b] = factor * sum;
            }
        }
    }
}
