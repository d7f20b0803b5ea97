package io.stimloop.inference.map;

import io.stimloop.numerics.kernel.Kernels;
import io.stimloop.numerics.linear.LowerTriangle;
import java.util.Arrays;

/**
 * Laplace's approximation of the posterior of f at the stimuli seen, under one kernel and one dispersion, by Newton's
 * method in the form of Rasmussen and Williams (2006), algorithm 3.1: with {@code f = mean + K a} and
 * {@code B = 1 + W^1/2 K W^1/2 = L L'}, no matrix is inverted that could be singular. Warm-started from the fit before.
 * Not thread safe.
 */
final class LaplaceFit {
    private static final int MOST_STEPS = 200;
    private static final int MOST_HALVINGS = 60;
    /** Longest step in f: beyond it the quadratic that a step rests on says nothing about the likelihood. */
    private static final double LONGEST_STEP = 30;
    /** Newton's method squares what is left after a step this short; scoring only takes a share of it. */
    private static final double SHORT_STEP = 1e-6;
    private static final double SHORTEST_STEP = 1e-10;

    private final Covariance covariance;
    private final CountLikelihood likelihood;
    private final LowerTriangle prior = new LowerTriangle();
    private final LowerTriangle factor = new LowerTriangle();
    private double[] weights = {};
    private double[] f = {};
    private double[] rootCurvature = {};
    private double[] newWeights = {};
    private double[] newF = {};
    private double[] b = {};
    private double[] scratch = {};
    private int size;
    private double objective;

    LaplaceFit(Covariance covariance, CountLikelihood likelihood) {
        this.covariance = covariance;
        this.likelihood = likelihood;
    }

    LaplaceFit(LaplaceFit other) {
        this(other.covariance, other.likelihood);
        ensure(other.size);
        prior.copyFrom(other.prior, other.size);
        factor.copyFrom(other.factor, other.size);
        System.arraycopy(other.weights, 0, weights, 0, other.size);
        System.arraycopy(other.f, 0, f, 0, other.size);
        System.arraycopy(other.rootCurvature, 0, rootCurvature, 0, other.size);
        size = other.size;
        objective = other.objective;
    }

    static long bytes(int limit) {
        return 2 * LowerTriangle.bytes(limit + limit / 2) + 7L * Double.BYTES * (limit + limit / 2);
    }

    Covariance covariance() {
        return covariance;
    }

    CountLikelihood likelihood() {
        return likelihood;
    }

    /** Stimuli that the fit rests on. */
    int size() {
        return size;
    }

    /** The a of {@code f = mean + K a}, by place. Not to be modified. */
    double[] weights() {
        return weights;
    }

    /** Square roots of the curvatures of the log likelihood, by place. Not to be modified. */
    double[] rootCurvature() {
        return rootCurvature;
    }

    /** The factor L of B. Not to be modified. */
    LowerTriangle factor() {
        return factor;
    }

    /** Minus half the log determinant of B: minus what was learned about f, in nats. */
    double entropyNats() {
        return -factor.logDiagonal(size);
    }

    /** Laplace's approximation of the log evidence (Rasmussen and Williams eq. 3.32), but for the counts' constants. */
    double logEvidence() {
        return objective - factor.logDiagonal(size);
    }

    /** Starts from these weights, as many as there are places; {@link #update} would find the same from anywhere. */
    void start(double[] kept, Observations seen) {
        grow(seen);
        System.arraycopy(kept, 0, weights, 0, size);
        settle(seen);
    }

    /** Fits to all that was seen. */
    void update(Observations seen) {
        grow(seen);
        locate(weights, f);
        objective = objective(seen, weights, f);
        double shortStep = likelihood.exactCurvature() ? SHORT_STEP : SHORTEST_STEP;
        double moved = Double.POSITIVE_INFINITY;
        for (int step = 0; step < MOST_STEPS && moved > shortStep; step++) {
            factorise(seen);
            propose(seen);
            moved = advance(seen);
        }
        settle(seen);
    }

    private void grow(Observations seen) {
        int n = seen.count();
        ensure(n);
        double[] point = new double[0];
        for (int i = size; i < n; i++) {
            point = point.length == 0 ? new double[seen.places().geometry().coordinates()] : point;
            seen.places().coordinates(i, point);
            covariance.row(seen.places(), point, i + 1, prior.row(i), scratch);
            prior.row(i)[i] = covariance.kernel().totalVariance();
            weights[i] = 0;
        }
        size = n;
    }

    private void ensure(int n) {
        prior.ensure(n);
        factor.ensure(n);
        if (n > weights.length) {
            int capacity = n + n / 2 + 8;
            weights = Arrays.copyOf(weights, capacity);
            f = Arrays.copyOf(f, capacity);
            rootCurvature = Arrays.copyOf(rootCurvature, capacity);
            newWeights = new double[capacity];
            newF = new double[capacity];
            b = new double[capacity];
            scratch = new double[capacity];
        }
    }

    private void locate(double[] a, double[] out) {
        prior.multiply(a, size, out);
        for (int i = 0; i < size; i++) {
            out[i] += covariance.kernel().mean();
        }
    }

    private double objective(Observations seen, double[] a, double[] at) {
        double logPosterior = 0;
        for (int i = 0; i < size; i++) {
            logPosterior += likelihood.value(seen.sum(i), seen.visits(i), at[i])
                    - 0.5 * a[i] * (at[i] - covariance.kernel().mean());
        }
        return logPosterior;
    }

    /** L for the curvatures at f. */
    private void factorise(Observations seen) {
        for (int i = 0; i < size; i++) {
            rootCurvature[i] = Math.sqrt(likelihood.curvature(seen.sum(i), seen.visits(i), f[i]));
        }
        for (int i = 0; i < size; i++) {
            double[] from = prior.row(i);
            double[] to = factor.row(i);
            for (int j = 0; j < i; j++) {
                to[j] = rootCurvature[i] * from[j] * rootCurvature[j];
            }
            to[i] = 1 + rootCurvature[i] * from[i] * rootCurvature[i];
        }
        if (!factor.factor(size)) {
            // B is at least 1; only curvatures beyond the range of numbers come here, and the prior says no to them.
            throw new IllegalStateException("the curvature of the likelihood left the range of numbers");
        }
    }

    /** Newton's step, whole: {@code a = b - W^1/2 B^-1 W^1/2 K b} with {@code b = W (f - mean) + gradient}. */
    private void propose(Observations seen) {
        for (int i = 0; i < size; i++) {
            b[i] = rootCurvature[i] * rootCurvature[i] * (f[i] - covariance.kernel().mean())
                    + likelihood.gradient(seen.sum(i), seen.visits(i), f[i]);
        }
        prior.multiply(b, size, newWeights);
        for (int i = 0; i < size; i++) {
            newWeights[i] *= rootCurvature[i];
        }
        factor.solve(newWeights, size);
        factor.solveTransposed(newWeights, size);
        for (int i = 0; i < size; i++) {
            newWeights[i] = b[i] - rootCurvature[i] * newWeights[i];
        }
        locate(newWeights, newF);
    }

    /** Goes as much of the step as makes the posterior greater; returns how far f moved. */
    private double advance(Observations seen) {
        double farthest = 0;
        for (int i = 0; i < size; i++) {
            farthest = Math.max(farthest, Math.abs(newF[i] - f[i]));
        }
        double share = Math.min(1, LONGEST_STEP / Math.max(farthest, Double.MIN_NORMAL));
        double moved = share * farthest;
        for (int halving = 0; halving < MOST_HALVINGS; halving++) {
            blend(share);
            double reached = objective(seen, newWeights, newF);
            if (reached >= objective - 1e-12 * Math.abs(objective)) {
                System.arraycopy(newWeights, 0, weights, 0, size);
                System.arraycopy(newF, 0, f, 0, size);
                objective = reached;
                return moved;
            }
            share = 0.5;
            moved *= 0.5;
        }
        return 0;
    }

    /** Moves the proposal back towards where the step began, to a share of its present distance. */
    private void blend(double share) {
        if (share == 1) {
            return;
        }
        for (int i = 0; i < size; i++) {
            newWeights[i] = weights[i] + share * (newWeights[i] - weights[i]);
            newF[i] = f[i] + share * (newF[i] - f[i]);
        }
    }

    /** All that follows from the weights, worked out from nothing else, so that a restored fit has the same bits. */
    private void settle(Observations seen) {
        locate(weights, f);
        objective = objective(seen, weights, f);
        factorise(seen);
    }

    /**
     * Mean and variance of f at one stimulus.
     *
     * @param point its coordinates
     * @param out   receives both
     */
    void predict(Observations seen, double[] point, double[] out) {
        covariance.row(seen.places(), point, size, b, scratch);
        out[0] = covariance.kernel().mean() + Kernels.ARRAYS.dot(b, weights, size);
        for (int i = 0; i < size; i++) {
            b[i] *= rootCurvature[i];
        }
        factor.solve(b, size);
        double left = covariance.kernel().totalVariance() - Kernels.ARRAYS.dot(b, b, size);
        out[1] = Math.max(left, Double.MIN_NORMAL);
    }
}
