package io.stimloop.inference.map;

import io.stimloop.numerics.linear.LowerTriangle;
import java.util.Arrays;

/**
 * A normal posterior of f at the stimuli seen, made of the prior and of one normal factor per stimulus, in the form of
 * Rasmussen and Williams (2006), sections 3.4 and 3.6: with {@code f = mean + K a} and
 * {@code B = 1 + W^1/2 K W^1/2 = L L'}, W the precisions of the factors, no matrix is inverted that could be singular.
 * Not thread safe.
 */
final class Sites {
    private final LowerTriangle prior = new LowerTriangle();
    private final LowerTriangle factor = new LowerTriangle();
    private double[] roots = {};
    private double[] scratch = {};

    static long bytes(int limit) {
        return 2 * LowerTriangle.bytes(limit) + 2L * Double.BYTES * limit;
    }

    void ensure(int capacity) {
        prior.ensure(capacity);
        factor.ensure(capacity);
        if (capacity > roots.length) {
            roots = Arrays.copyOf(roots, capacity);
            scratch = new double[capacity];
        }
    }

    void copyFrom(Sites other, int n) {
        ensure(n);
        prior.copyFrom(other.prior, n);
        factor.copyFrom(other.factor, n);
        System.arraycopy(other.roots, 0, roots, 0, n);
    }

    /** Row of K, up to the diagonal; to be written by whoever adds a stimulus. */
    double[] priorRow(int i) {
        return prior.row(i);
    }

    /** {@code out = K a}. */
    void multiplyPrior(double[] a, int n, double[] out) {
        prior.multiply(a, n, out);
    }

    /** Sets the precision of a factor, from 0; {@link #factorise} makes it count. */
    void setPrecision(int i, double precision) {
        roots[i] = Math.sqrt(precision);
    }

    double precision(int i) {
        return roots[i] * roots[i];
    }

    /** Square roots of the precisions. Not to be modified. */
    double[] roots() {
        return roots;
    }

    /** The factor L of B. Not to be modified. */
    LowerTriangle factor() {
        return factor;
    }

    /** Works out L. */
    void factorise(int n) {
        for (int i = 0; i < n; i++) {
            double[] from = prior.row(i);
            double[] to = factor.row(i);
            for (int j = 0; j < i; j++) {
                to[j] = roots[i] * from[j] * roots[j];
            }
            to[i] = 1 + roots[i] * from[i] * roots[i];
        }
        if (!factor.factor(n)) {
            // B is at least 1; only precisions beyond the range of numbers come here, and the prior says no to them.
            throw new IllegalStateException("the curvature of the likelihood left the range of numbers");
        }
    }

    /** {@code a = b - W^1/2 B^-1 W^1/2 K b}, where {@code b + W mean} are precisions times means of the factors. */
    void weights(double[] b, int n, double[] a) {
        prior.multiply(b, n, a);
        for (int i = 0; i < n; i++) {
            a[i] *= roots[i];
        }
        factor.solve(a, n);
        factor.solveTransposed(a, n);
        for (int i = 0; i < n; i++) {
            a[i] = b[i] - roots[i] * a[i];
        }
    }

    /** Posterior variance of f at one of the stimuli. */
    double variance(int i, int n) {
        double[] row = prior.row(i);
        for (int j = 0; j < n; j++) {
            scratch[j] = roots[j] * (j <= i ? row[j] : prior.row(j)[i]);
        }
        factor.solve(scratch, n);
        double left = row[i];
        for (int j = 0; j < n; j++) {
            left -= scratch[j] * scratch[j];
        }
        return left;
    }
}
