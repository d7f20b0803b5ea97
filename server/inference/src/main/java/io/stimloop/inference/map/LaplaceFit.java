package io.stimloop.inference.map;

import io.stimloop.numerics.kernel.Kernels;
import java.util.Arrays;

/**
 * Laplace's approximation of the posterior of f at the stimuli seen, under one kernel and one dispersion, by Newton's
 * method in the form of Rasmussen and Williams (2006), algorithm 3.1; warm-started from the fit before. Behind the
 * soft-rectified link, its moments are matched after. Not thread safe.
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
    private final MomentMatching matching;
    private final Sites sites = new Sites();
    private double[] weights = {};
    private double[] meanWeights = {};
    private double[] f = {};
    private double[] newWeights = {};
    private double[] newF = {};
    private double[] b = {};
    private double[] scratch = {};
    private int size;
    private double objective;
    private double logEvidence;

    LaplaceFit(Covariance covariance, CountLikelihood likelihood) {
        this.covariance = covariance;
        this.likelihood = likelihood;
        this.matching = new MomentMatching(likelihood, covariance.kernel().mean());
    }

    LaplaceFit(LaplaceFit other) {
        this(other.covariance, other.likelihood);
        ensure(other.size);
        sites.copyFrom(other.sites, other.size);
        System.arraycopy(other.weights, 0, weights, 0, other.size);
        System.arraycopy(other.meanWeights, 0, meanWeights, 0, other.size);
        System.arraycopy(other.f, 0, f, 0, other.size);
        size = other.size;
        objective = other.objective;
        logEvidence = other.logEvidence;
    }

    static long bytes(int limit) {
        int capacity = limit + limit / 2;
        return Sites.bytes(capacity) + MomentMatching.bytes(capacity) + 6L * Double.BYTES * capacity;
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

    /** The a of the mode of f, {@code mean + K a}, by place: all that {@link #start} needs. Not to be modified. */
    double[] modeWeights() {
        return weights;
    }

    /** The a of the mean of f, {@code mean + K a}, by place. Not to be modified. */
    double[] weights() {
        return meanWeights;
    }

    /** The normal factors that stand for the likelihood. Not to be modified. */
    Sites sites() {
        return sites;
    }

    /** Minus half the log determinant of B: minus what was learned about f, in nats. */
    double entropyNats() {
        return -sites.factor().logDiagonal(size);
    }

    /**
     * The log evidence, but for the counts' constants: Laplace's approximation (Rasmussen and Williams eq. 3.32), or
     * that of the matched moments.
     */
    double logEvidence() {
        return logEvidence;
    }

    /** Starts from these weights of the mode, as many as there are places. */
    void start(double[] kept, Observations seen) {
        grow(seen);
        System.arraycopy(kept, 0, weights, 0, size);
        settle(seen);
    }

    /** Fits to all that was seen, by Laplace's approximation. */
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

    /** Goes on from Laplace's approximation, just made, to matched moments where the link needs it. */
    void match(Observations seen) {
        if (MomentMatching.neededFor(likelihood)) {
            logEvidence = matching.match(sites, seen, size, f, meanWeights);
        }
    }

    private void grow(Observations seen) {
        int n = seen.count();
        ensure(n);
        double[] point = new double[0];
        for (int i = size; i < n; i++) {
            point = point.length == 0 ? new double[seen.places().geometry().coordinates()] : point;
            seen.places().coordinates(i, point);
            covariance.row(seen.places(), point, i + 1, sites.priorRow(i), scratch);
            sites.priorRow(i)[i] = covariance.kernel().totalVariance();
            weights[i] = 0;
        }
        size = n;
    }

    private void ensure(int n) {
        sites.ensure(n);
        if (n > weights.length) {
            int capacity = n + n / 2 + 8;
            weights = Arrays.copyOf(weights, capacity);
            meanWeights = Arrays.copyOf(meanWeights, capacity);
            f = Arrays.copyOf(f, capacity);
            newWeights = new double[capacity];
            newF = new double[capacity];
            b = new double[capacity];
            scratch = new double[capacity];
        }
    }

    private void locate(double[] a, double[] out) {
        sites.multiplyPrior(a, size, out);
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
            sites.setPrecision(i, likelihood.curvature(seen.sum(i), seen.visits(i), f[i]));
        }
        sites.factorise(size);
    }

    /** Newton's step, whole: with {@code b = W (f - mean) + gradient}. */
    private void propose(Observations seen) {
        for (int i = 0; i < size; i++) {
            b[i] = sites.precision(i) * (f[i] - covariance.kernel().mean())
                    + likelihood.gradient(seen.sum(i), seen.visits(i), f[i]);
        }
        sites.weights(b, size, newWeights);
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
        logEvidence = objective - sites.factor().logDiagonal(size);
        System.arraycopy(weights, 0, meanWeights, 0, size);
    }

    /**
     * Mean and variance of f at one stimulus.
     *
     * @param point its coordinates
     * @param out   receives both
     */
    void predict(Observations seen, double[] point, double[] out) {
        covariance.row(seen.places(), point, size, b, scratch);
        out[0] = covariance.kernel().mean() + Kernels.ARRAYS.dot(b, meanWeights, size);
        for (int i = 0; i < size; i++) {
            b[i] *= sites.roots()[i];
        }
        sites.factor().solve(b, size);
        double left = covariance.kernel().totalVariance() - Kernels.ARRAYS.dot(b, b, size);
        out[1] = Math.max(left, Double.MIN_NORMAL);
    }
}
