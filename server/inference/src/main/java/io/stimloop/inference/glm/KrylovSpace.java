package io.stimloop.inference.glm;

import io.stimloop.numerics.kernel.Kernels;
import io.stimloop.numerics.linear.SymmetricEigen;

/**
 * The directions in which the variance {@code x'Cx} of stimuli that stand at right angles to a unit vector n matters:
 * the block Krylov space of {@code C n}, of the covariances with the other regressors, and of a random vector, under C
 * with n projected out. The random vector brings in what the others cannot see (the hard case of Gould, Lucidi, Roma
 * and Toint 1999, SIAM Journal on Optimization 9, 504-525). Not thread safe.
 */
final class KrylovSpace {
    static final int MOST_DIMENSIONS = 64;
    /** What is left of a vector of length 1 when all directions are taken out of it. */
    private static final double NOTHING = 1e-9;

    private final int size;
    private final int stride;
    private final double[] unit;
    /** Basis vectors, row by row. */
    private final double[] basis;
    private final double[] coefficients = new double[MOST_DIMENSIONS];
    private final double[][] projected = new double[MOST_DIMENSIONS][MOST_DIMENSIONS];
    private final double[] product;
    private final double[] vector;
    private final double[] rest;
    private final SymmetricEigen eigen = new SymmetricEigen(MOST_DIMENSIONS);
    private int dimensions;
    private int multiplied;

    /**
     * @param stimulusSize of the stimulus: directions lie in it
     * @param size         of the covariance
     */
    KrylovSpace(int stimulusSize, int size) {
        this.size = stimulusSize;
        this.stride = Kernels.padded(stimulusSize);
        this.unit = new double[stride];
        this.basis = new double[MOST_DIMENSIONS * stride];
        this.product = new double[Kernels.padded(size)];
        this.vector = new double[Kernels.padded(size)];
        this.rest = new double[stride];
    }

    /** Begins with a unit vector that directions stand at right angles to. */
    void begin(double[] n) {
        System.arraycopy(n, 0, unit, 0, size);
        dimensions = 0;
        multiplied = 0;
    }

    /** Adds a vector's direction, unless it is there already. */
    void add(double[] start) {
        System.arraycopy(start, 0, rest, 0, size);
        double length = Math.sqrt(Kernels.ARRAYS.dot(rest, rest, stride));
        if (length > 0) {
            Kernels.MATRICES.multiplyRows(basis, stride, 0, dimensions, rest, coefficients);
            append(length);
        }
    }

    /**
     * Multiplies the next basis vector by C and adds what is new in the product.
     *
     * @return false when nothing is left to multiply, or no room
     */
    boolean grow(WeightCovariance covariance) {
        if (multiplied == dimensions) {
            return false;
        }
        System.arraycopy(basis, multiplied * stride, vector, 0, size);
        covariance.multiply(vector, product);
        System.arraycopy(product, 0, rest, 0, size);
        double length = Math.sqrt(Kernels.ARRAYS.dot(rest, rest, stride));
        Kernels.MATRICES.multiplyRows(basis, stride, 0, dimensions, rest, coefficients);
        for (int k = 0; k < dimensions; k++) {
            projected[multiplied][k] = coefficients[k];
            projected[k][multiplied] = coefficients[k];
        }
        multiplied++;
        if (dimensions < MOST_DIMENSIONS) {
            append(length);
        }
        return true;
    }

    /**
     * Appends the direction of what is in {@code rest} beyond the others, with which its products are in
     * {@code coefficients}; nothing where there is none.
     */
    private void append(double before) {
        // Twice is enough (Kahan): the second pass takes out what rounding left in the first.
        takeOut();
        Kernels.MATRICES.multiplyRows(basis, stride, 0, dimensions, rest, coefficients);
        takeOut();
        double length = Math.sqrt(Kernels.ARRAYS.dot(rest, rest, stride));
        if (length > NOTHING * before) {
            Kernels.ARRAYS.scale(rest, 1 / length, stride);
            System.arraycopy(rest, 0, basis, dimensions * stride, stride);
            dimensions++;
        }
    }

    private void takeOut() {
        Kernels.ARRAYS.addScaled(-Kernels.ARRAYS.dot(unit, rest, stride), unit, 0, stride, rest, 0);
        for (int k = 0; k < dimensions; k++) {
            Kernels.ARRAYS.addScaled(-coefficients[k], basis, k * stride, stride, rest, 0);
        }
    }

    /** Finds the principal directions among those multiplied so far; there must be one. */
    void decompose() {
        eigen.decompose(projected, multiplied);
    }

    /** Principal directions after {@link #decompose}. */
    int principal() {
        return multiplied;
    }

    /** Variance of a stimulus of length 1 in a principal direction. */
    double variance(int k) {
        return eigen.value(k);
    }

    /** {@code out[k] = x . principal direction k}. */
    void project(double[] x, double[] out) {
        Kernels.MATRICES.multiplyRows(basis, stride, 0, multiplied, x, out);
        eigen.toEigenvectors(out);
    }

    /** {@code out += sum_k y[k] principal direction k}. */
    void addTo(double[] y, double[] out) {
        System.arraycopy(y, 0, coefficients, 0, multiplied);
        eigen.fromEigenvectors(coefficients);
        for (int k = 0; k < multiplied; k++) {
            Kernels.ARRAYS.addScaled(coefficients[k], basis, k * stride, size, out, 0);
        }
    }
}
