package io.stimloop.inference.glm;

import io.stimloop.inference.response.Link;
import io.stimloop.numerics.linear.LowerTriangle;

/**
 * The posterior of a GLM's weights from all trials at once: the mode by Newton's method, and minus the inverse Hessian
 * there. What the belief comes near to trial by trial, and a check of it. Takes O(n d^2 + d^3) a step.
 */
public final class LaplaceFit {
    private static final int MOST_STEPS = 200;
    private static final double CONVERGED = 1e-12;

    private final Link link;
    private final double[][] regressors;
    private final double[] counts;
    private final double[] priorMean;
    private final double[][] precision;
    private final double[] mode;
    private final LowerTriangle factor = new LowerTriangle();

    /**
     * Fits.
     *
     * @param regressors      one row per trial
     * @param counts          one per trial
     * @param priorMean       one per weight
     * @param priorCovariance positive definite, row by row
     * @throws IllegalArgumentException when the prior covariance is not positive definite
     */
    public LaplaceFit(Link link, double[][] regressors, double[] counts, double[] priorMean,
            double[][] priorCovariance) {
        this.link = link;
        this.regressors = regressors;
        this.counts = counts;
        this.priorMean = priorMean;
        this.precision = inverse(priorCovariance);
        this.mode = priorMean.clone();
        climb();
    }

    private void climb() {
        double height = logPosterior(mode);
        for (int i = 0; i < MOST_STEPS; i++) {
            double[] step = gradient();
            factorHessian();
            factor.solve(step, step.length);
            factor.solveTransposed(step, step.length);
            double length = 1;
            double[] next = moved(step, length);
            double reached = logPosterior(next);
            while (reached < height && length > CONVERGED) {
                length /= 2;
                next = moved(step, length);
                reached = logPosterior(next);
            }
            System.arraycopy(next, 0, mode, 0, mode.length);
            if (largest(step) < CONVERGED || !(reached > height)) {
                break;
            }
            height = reached;
        }
        factorHessian();
    }

    /** The mode. */
    public double[] mode() {
        return mode.clone();
    }

    /** The covariance, row by row. */
    public double[][] covariance() {
        int d = mode.length;
        double[][] rows = new double[d][d];
        for (int i = 0; i < d; i++) {
            rows[i][i] = 1;
            factor.solve(rows[i], d);
            factor.solveTransposed(rows[i], d);
        }
        return rows;
    }

    /** Natural logarithm of the determinant of the covariance. */
    public double logDeterminant() {
        return -2 * factor.logDiagonal(mode.length);
    }

    private double logPosterior(double[] at) {
        double sum = 0;
        for (int i = 0; i < at.length; i++) {
            sum -= 0.5 * (at[i] - priorMean[i]) * dot(precision[i], minus(at, priorMean));
        }
        for (int t = 0; t < counts.length; t++) {
            double eta = dot(regressors[t], at);
            sum += counts[t] * link.logRate(eta) - link.rate(eta);
        }
        return sum;
    }

    private double[] gradient() {
        double[] sum = new double[mode.length];
        double[] off = minus(priorMean, mode);
        for (int i = 0; i < sum.length; i++) {
            sum[i] = dot(precision[i], off);
        }
        for (int t = 0; t < counts.length; t++) {
            double slope = PoissonScore.slope(link, dot(regressors[t], mode), counts[t]);
            for (int i = 0; i < sum.length; i++) {
                sum[i] += slope * regressors[t][i];
            }
        }
        return sum;
    }

    private void factorHessian() {
        factor.ensure(mode.length);
        for (int i = 0; i < mode.length; i++) {
            System.arraycopy(precision[i], 0, factor.row(i), 0, i + 1);
        }
        for (int t = 0; t < counts.length; t++) {
            double information = PoissonScore.information(link, dot(regressors[t], mode), counts[t]);
            for (int i = 0; i < mode.length; i++) {
                for (int j = 0; j <= i; j++) {
                    factor.row(i)[j] += information * regressors[t][i] * regressors[t][j];
                }
            }
        }
        if (!factor.factor(mode.length)) {
            throw new IllegalArgumentException(
                    "trials: their information is too uneven for a Cholesky factor");
        }
    }

    private double[] moved(double[] step, double length) {
        double[] next = mode.clone();
        for (int i = 0; i < next.length; i++) {
            next[i] += length * step[i];
        }
        return next;
    }

    private static double[][] inverse(double[][] covariance) {
        int d = covariance.length;
        LowerTriangle triangle = new LowerTriangle();
        triangle.ensure(d);
        for (int i = 0; i < d; i++) {
            System.arraycopy(covariance[i], 0, triangle.row(i), 0, i + 1);
        }
        if (!triangle.factor(d)) {
            throw new IllegalArgumentException("priorCovariance: is not positive definite");
        }
        double[][] rows = new double[d][d];
        for (int i = 0; i < d; i++) {
            rows[i][i] = 1;
            triangle.solve(rows[i], d);
            triangle.solveTransposed(rows[i], d);
        }
        return rows;
    }

    private static double[] minus(double[] a, double[] b) {
        double[] difference = a.clone();
        for (int i = 0; i < a.length; i++) {
            difference[i] -= b[i];
        }
        return difference;
    }

    private static double largest(double[] x) {
        double largest = 0;
        for (double value : x) {
            largest = Math.max(largest, Math.abs(value));
        }
        return largest;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
