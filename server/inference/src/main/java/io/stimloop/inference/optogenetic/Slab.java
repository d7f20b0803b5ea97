package io.stimloop.inference.optogenetic;

import io.stimloop.numerics.kernel.Elementary;

/**
 * The spike-and-slab prior of a weight, 0 or normal, and what it makes of evidence about one weight that is a normal
 * factor {@code exp(-precision w^2 / 2 + shift w)} (Hernandez-Lobato, Hernandez-Lobato and Suarez 2015, Machine
 * Learning 99, 437-487, section 4).
 *
 * @param mean      of a weight that is not 0
 * @param sd        of a weight that is not 0, above 0
 * @param connected probability that it is not 0, above 0 and below 1
 */
public record Slab(double mean, double sd, double connected) {
    private static final double FARTHEST = 300;

    /** Variance of a weight. */
    double variance() {
        double off = connected * mean;
        return connected * (sd * sd + mean * mean) - off * off;
    }

    /** Variance of a weight that is not 0, given the evidence. */
    double slabVariance(double precision) {
        return sd * sd / (1 + sd * sd * precision);
    }

    /** Mean of a weight that is not 0, given the evidence. */
    double slabMean(double precision, double shift) {
        return (mean + sd * sd * shift) / (1 + sd * sd * precision);
    }

    /** Probability that the weight is not 0, given the evidence. */
    double connected(double precision, double shift) {
        double widened = 1 + sd * sd * precision;
        double exponent = (shift * (2 * mean + sd * sd * shift) - mean * mean * precision) / widened;
        double logOdds = Elementary.log(connected / (1 - connected))
                + 0.5 * (exponent - Elementary.log(widened));
        return 1 / (1 + Elementary.exp(Math.clamp(-logOdds, -FARTHEST, FARTHEST)));
    }
}
