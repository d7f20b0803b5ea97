package io.stimloop.inference.map;

import io.stimloop.inference.response.Link;
import io.stimloop.numerics.kernel.Elementary;

/**
 * Expectation propagation (Minka 2001; Rasmussen and Williams 2006, section 3.6, all factors at once with damping): the
 * normal factors are changed until mean and variance of f at each stimulus are those under the true likelihood there.
 * Laplace's approximation, from which it starts, sees the likelihood at its mode only: behind the soft-rectified link,
 * where f is far below 0, a count of 0 has neither slope nor curvature, and however many there are, f may still be far
 * above 0 for all it says. Not thread safe.
 */
final class MomentMatching {
    private static final int MOST_SWEEPS = 12;
    private static final double DAMPING = 0.8;
    /** Of the greatest precision: a change this small of all of them ends the sweeps. */
    private static final double SETTLED = 1e-3;
    /** Of a factor's precision: where all others know less, it is left as it is, for rounding would be all there is. */
    private static final double LEAST_REST = 1e-7;

    private final CountLikelihood likelihood;
    private final double priorMean;
    private final TiltedMoments tilted;
    private double[] shifts = {};
    private double[] b = {};
    private double[] means = {};
    private double[] precisions = {};
    private double logEvidence;

    MomentMatching(CountLikelihood likelihood, double priorMean) {
        this.likelihood = likelihood;
        this.priorMean = priorMean;
        this.tilted = new TiltedMoments(likelihood);
    }

    /**
     * Changes the factors.
     *
     * @param sites   with the factors of Laplace's approximation
     * @param f       its mode
     * @param weights receives the a of the mean, {@code mean + K a}
     * @return the log evidence (Rasmussen and Williams eq. 3.65), but for the counts' constants: that of the factors
     *         before the last change, about which it is stationary
     */
    double match(Sites sites, Observations seen, int n, double[] f, double[] weights) {
        begin(sites, seen, n, f);
        boolean moving = true;
        for (int sweep = 0; sweep < MOST_SWEEPS && moving; sweep++) {
            locate(sites, n, weights);
            logEvidence = logMassOfFactors(sites, n);
            moving = sweep(sites, seen, n, f);
            for (int i = 0; i < n; i++) {
                sites.setPrecision(i, precisions[i]);
            }
            sites.factorise(n);
        }
        locate(sites, n, weights);
        return logEvidence;
    }

    private void begin(Sites sites, Observations seen, int n, double[] f) {
        if (n > shifts.length) {
            int capacity = n + n / 2 + 8;
            shifts = new double[capacity];
            b = new double[capacity];
            means = new double[capacity];
            precisions = new double[capacity];
        }
        for (int i = 0; i < n; i++) {
            shifts[i] = sites.precision(i) * f[i] + likelihood.gradient(seen.sum(i), seen.visits(i), f[i]);
        }
    }

    /** The mean of the posterior. */
    private void locate(Sites sites, int n, double[] weights) {
        for (int i = 0; i < n; i++) {
            b[i] = shifts[i] - sites.precision(i) * priorMean;
        }
        sites.weights(b, n, weights);
        sites.multiplyPrior(weights, n, means);
    }

    /** Natural logarithm of the mass of the prior times {@code exp(shift f - precision f^2 / 2)} at each stimulus. */
    private double logMassOfFactors(Sites sites, int n) {
        double mass = -sites.factor().logDiagonal(n);
        for (int i = 0; i < n; i++) {
            mass += shifts[i] * priorMean - 0.5 * sites.precision(i) * priorMean * priorMean
                    + 0.5 * b[i] * means[i];
        }
        return mass;
    }

    /**
     * One change of all factors; returns whether there was more than a settled posterior has. Adds to the evidence by
     * how much the likelihood is greater than each factor where the others say that f is.
     */
    private boolean sweep(Sites sites, Observations seen, int n, double[] f) {
        double greatest = 0;
        double change = 0;
        for (int i = 0; i < n; i++) {
            double before = sites.precision(i);
            double variance = sites.variance(i, n);
            double rest = 1 / variance - before;
            precisions[i] = before;
            if (variance > 0 && rest > LEAST_REST * before) {
                double restShift = (priorMean + means[i]) / variance - shifts[i];
                tilted.of(seen.sum(i), seen.visits(i), restShift / rest, 1 / rest);
                logEvidence += tilted.logMass() - logMass(before, shifts[i], rest, restShift);
                double wanted = Math.max(0, 1 / tilted.variance() - rest);
                precisions[i] += DAMPING * (wanted - before);
                shifts[i] += DAMPING * ((rest + wanted) * tilted.mean() - restShift - shifts[i]);
                change = Math.max(change, Math.abs(wanted - before));
            } else {
                logEvidence += likelihood.value(seen.sum(i), seen.visits(i), f[i]) - shifts[i] * f[i]
                        + 0.5 * before * f[i] * f[i];
            }
            greatest = Math.max(greatest, precisions[i]);
        }
        return change > SETTLED * greatest;
    }

    /**
     * Natural logarithm of the mean of {@code exp(shift f - precision f^2 / 2)} under a normal density of this
     * precision times mean, {@code restShift}, and precision, {@code rest}.
     */
    private static double logMass(double precision, double shift, double rest, double restShift) {
        double both = rest + precision;
        double bothShift = restShift + shift;
        return 0.5 * (bothShift * bothShift / both - restShift * restShift / rest
                + Elementary.log(rest / both));
    }

    /** Bytes for so many stimuli. */
    static long bytes(int limit) {
        return 4L * Double.BYTES * limit;
    }

    /** Whether there is anything that Laplace's approximation does not see. */
    static boolean neededFor(CountLikelihood likelihood) {
        return likelihood.link() == Link.SOFT_RECTIFIED;
    }
}
