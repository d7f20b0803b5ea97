package io.stimloop.inference.map;

import io.stimloop.inference.response.CountNoise;
import io.stimloop.numerics.kernel.Elementary;
import io.stimloop.numerics.kernel.Kernels;
import java.util.Arrays;

/**
 * What one count tells about a normal f: the mutual information {@code H(y) - E[H(y | f)]}, by the trapezoid rule in
 * the coordinate {@code u = f / sd + integral of sqrt(J)}, J the Fisher information, in which prior and likelihood are
 * never narrower than 1; rates beyond some thousand spikes are cut off; it agrees with a brute-force quadrature to 1e-10. Not thread safe.
 */
final class LatentCount {
    /** Step in u; the rule errs by exp(-2 pi^2 / step^2) for a bump of sd 1. */
    private static final double STEP = 0.7;
    /** Standard deviations of f beyond which there is no mass. */
    private static final double REACH = 8.5;
    /** Less likely counts are left out; thousands of them do not make 1e-14. */
    private static final double NEGLIGIBLE = 1e-18;
    private static final double LARGEST_RATE = 5_000;
    /** Bounds the tail of negative binomial counts: its length is some tens of dispersion times rate. */
    private static final double LARGEST_SPREAD = 300;
    /** The links bend at a scale of 1, however wide f is. */
    private static final double WIDEST = 2;
    private static final int NEWTON_STEPS = 30;
    private static final double ROOT_TWO_PI = 2.5066282746310002;

    private final CountLikelihood likelihood;
    private final CountNoise noise;
    private final double highest;
    private double[] distribution = new double[64];
    private double[] logConstants = {};
    private double unit;
    private double entropy;

    LatentCount(CountLikelihood likelihood) {
        this.likelihood = likelihood;
        this.noise = new CountNoise(likelihood.dispersion());
        this.highest = likelihood.link().inverse(
                Math.min(LARGEST_RATE, LARGEST_SPREAD / Math.max(likelihood.dispersion(), 1e-9)));
    }

    /** The greatest mean of f up to which counts are looked at one by one; above it they are all but normal. */
    double highest() {
        return highest;
    }

    /** The information in nats that a count carries about a normal f. */
    double informationNats(double mean, double variance) {
        if (mean > highest) {
            return 0.5 * StrictMath.log1p(variance * likelihood.information(mean));
        }
        double sd = Math.sqrt(variance);
        unit = Math.min(sd, WIDEST);
        double end = Math.min(mean + REACH * sd, highest);
        double f = mean - REACH * sd;
        double u = coordinate(f);
        double total = 0;
        double conditional = 0;
        int symbols = 0;
        Arrays.fill(distribution, 0);
        while (f <= end) {
            double z = (f - mean) / sd;
            double weight = Elementary.exp(-0.5 * z * z) / ROOT_TWO_PI / sd * STEP / stretch(f);
            total += weight;
            symbols = Math.max(symbols, add(likelihood.link().rate(f), weight));
            conditional += weight * entropy;
            u += STEP;
            f = invert(u, f + STEP / stretch(f));
        }
        Kernels.ARRAYS.scale(distribution, 1 / total, symbols);
        return Math.max(0, Kernels.ARRAYS.entropy(distribution, symbols) - conditional / total);
    }

    /** Adds the distribution of the count at a rate, from its mode outwards; returns the counts reached. */
    private int add(double rate, double weight) {
        double dispersion = likelihood.dispersion();
        double ratio = rate / (1 + dispersion * rate);
        double logRatio = Elementary.log(Math.max(ratio, Double.MIN_NORMAL));
        int mode = (int) (rate / (1 + dispersion));
        double logAtZero = dispersion == 0 ? -rate : -StrictMath.log1p(dispersion * rate) / dispersion;
        double peak = Elementary.exp(mode * logRatio + logAtZero + logConstant(mode));
        double surprise = 0;
        double p = peak;
        int count = mode;
        for (; p > NEGLIGIBLE; count++) {
            surprise += p * (count * logRatio + logAtZero + logConstant(count));
            put(count, weight * p);
            p *= ratio * (1 + dispersion * count) / (count + 1.0);
        }
        p = peak;
        for (int below = mode - 1; below >= 0; below--) {
            p *= (below + 1.0) / (ratio * (1 + dispersion * below));
            if (p <= NEGLIGIBLE) {
                break;
            }
            surprise += p * (below * logRatio + logAtZero + logConstant(below));
            put(below, weight * p);
        }
        entropy = -surprise;
        return count;
    }

    private void put(int count, double mass) {
        if (count >= distribution.length) {
            distribution = Arrays.copyOf(distribution, count + count / 2);
        }
        distribution[count] += mass;
    }

    /** The part of the log probability of a count that does not depend on the rate, but on the dispersion. */
    private double logConstant(int count) {
        int known = logConstants.length;
        if (count >= known) {
            logConstants = Arrays.copyOf(logConstants, count + count / 2 + 64);
            for (int c = known; c < logConstants.length; c++) {
                logConstants[c] = c == 0
                        ? noise.logConstant(0)
                        : logConstants[c - 1] + StrictMath.log((1 + (c - 1) * noise.dispersion()) / c);
            }
        }
        return logConstants[count];
    }

    /** u: f in units of its sd, or of what it bends at, plus the integral of the root of the Fisher information, which is one over the rate. */
    private double coordinate(double f) {
        double rate = likelihood.link().rate(f);
        double dispersion = likelihood.dispersion();
        if (dispersion == 0) {
            return f / unit + 2 * Math.sqrt(rate);
        }
        double root = Math.sqrt(dispersion * rate);
        return f / unit + 2 / Math.sqrt(dispersion) * StrictMath.log(root + Math.sqrt(1 + root * root));
    }

    /** Derivative of {@link #coordinate}. */
    private double stretch(double f) {
        return 1 / unit + Math.sqrt(likelihood.information(f));
    }

    private double invert(double u, double guess) {
        double f = guess;
        for (int i = 0; i < NEWTON_STEPS; i++) {
            double step = (coordinate(f) - u) / stretch(f);
            f -= step;
            if (Math.abs(step) < 1e-13 * (1 + Math.abs(f))) {
                break;
            }
        }
        return f;
    }
}
