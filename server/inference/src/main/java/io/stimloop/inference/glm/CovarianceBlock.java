package io.stimloop.inference.glm;

import io.stimloop.numerics.linear.LowerTriangle;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/** A covariance matrix of a few weights with its Cholesky factor. Immutable. */
public final class CovarianceBlock {
    /** A pivot that rounding alone could have made is none: relative to its variance. */
    private static final double LEAST_PIVOT = 1e-13;

    private final int size;
    private final double[] rows;
    private final LowerTriangle factor = new LowerTriangle();

    /**
     * Takes a matrix.
     *
     * @param size rows
     * @param rows row by row, symmetric; not to be modified
     * @throws IllegalArgumentException when it is not positive definite to working accuracy
     */
    public CovarianceBlock(int size, double[] rows) {
        this.size = size;
        this.rows = rows;
        factor.ensure(size);
        for (int i = 0; i < size; i++) {
            System.arraycopy(rows, i * size, factor.row(i), 0, i + 1);
        }
        boolean definite = factor.factor(size);
        for (int i = 0; definite && i < size; i++) {
            double pivot = factor.row(i)[i];
            definite = pivot * pivot > LEAST_PIVOT * rows[i * size + i];
        }
        if (!definite) {
            throw new IllegalArgumentException(
                    "covariance: is singular or not positive definite; add a little to its diagonal");
        }
    }

    /** Rows. */
    public int size() {
        return size;
    }

    double covariance(int i, int j) {
        return rows[i * size + j];
    }

    double logDeterminant() {
        return 2 * factor.logDiagonal(size);
    }

    double[] draw(UniformRandomProvider random) {
        double[] out = new double[size];
        factor.multiplyTriangle(ZigguratSampler.NormalizedGaussian.of(random).samples(size).toArray(), size,
                out);
        return out;
    }
}
