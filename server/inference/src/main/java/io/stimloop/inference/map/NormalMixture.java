package io.stimloop.inference.map;

import io.stimloop.numerics.special.NormalDistribution;

/**
 * A mixture of normal densities: f at one stimulus under all hypotheses.
 *
 * @param weights   sum to 1
 * @param means     of the parts
 * @param variances of the parts, above 0
 */
record NormalMixture(double[] weights, double[] means, double[] variances) {
    private static final int HALVINGS = 80;
    private static final double REACH = 9;

    double mean() {
        double mean = 0;
        for (int h = 0; h < weights.length; h++) {
            mean += weights[h] * means[h];
        }
        return mean;
    }

    double sd() {
        double mean = mean();
        double variance = 0;
        for (int h = 0; h < weights.length; h++) {
            double off = means[h] - mean;
            variance += weights[h] * (variances[h] + off * off);
        }
        return Math.sqrt(variance);
    }

    double cdf(double value) {
        double below = 0;
        for (int h = 0; h < weights.length; h++) {
            below += weights[h] * NormalDistribution.cdf((value - means[h]) / Math.sqrt(variances[h]));
        }
        return below;
    }

    /** By bisection. */
    double quantile(double probability) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int h = 0; h < weights.length; h++) {
            low = Math.min(low, means[h] - REACH * Math.sqrt(variances[h]));
            high = Math.max(high, means[h] + REACH * Math.sqrt(variances[h]));
        }
        for (int i = 0; i < HALVINGS; i++) {
            double middle = low + (high - low) / 2;
            if (cdf(middle) < probability) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low + (high - low) / 2;
    }
}
