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

    /** Precision of a weight that is not 0, with the evidence. */
    double slabPrecision(double precision) {
        return 1 / (sd * sd) + precision;
    }

    /** Mean of a weight that is not 0, given the evidence. */
    double slabMean(double precision, double shift) {
        return (mean / (sd * sd) + shift) / slabPrecision(precision);
    }

    /** Probability that the weight is not 0, given the evidence. */
    double connected(double precision, double shift) {
        double a = slabPrecision(precision);
        double b = mean / (sd * sd) + shift;
        double logOdds = Elementary.log(connected / (1 - connected)) - 0.5 * Elementary.log(sd * sd * a)
                + 0.5 * (b * b / a - mean * mean / (sd * sd));
        return 1 / (1 + Elementary.exp(Math.clamp(-logOdds, -FARTHEST, FARTHEST)));
    }
}
