package io.stimloop.inference.glm;

import io.stimloop.numerics.linear.LowerTriangle;

/** The Cholesky factor of a covariance, for draws and determinants. Takes O(d^3); not for every trial. */
final class Factorised {
    /** Added to the variances, relative to each, where rounding has left the matrix not quite definite. */
    private static final double JITTER = 1e-12;
    private static final double MORE = 100;

    private final LowerTriangle factor = new LowerTriangle();
    private final int size;

    Factorised(Covariance covariance) {
        size = covariance.size();
        factor.ensure(size);
        double jitter = 0;
        fill(covariance, jitter);
        while (!factor.factor(size)) {
            jitter = jitter == 0 ? JITTER : MORE * jitter;
            fill(covariance, jitter);
        }
    }

    private void fill(Covariance covariance, double jitter) {
        for (int i = 0; i < size; i++) {
            double[] row = factor.row(i);
            for (int j = 0; j <= i; j++) {
                row[j] = covariance.get(i, j);
            }
            row[i] *= 1 + jitter;
        }
    }

    double logDeterminant() {
        return 2 * factor.logDiagonal(size);
    }

    /** {@code L z}. */
    double[] times(double[] z) {
        double[] out = new double[size];
        factor.multiplyTriangle(z, size, out);
        return out;
    }
}
