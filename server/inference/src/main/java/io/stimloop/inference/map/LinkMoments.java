package io.stimloop.inference.map;

import io.stimloop.inference.response.Link;
import io.stimloop.numerics.kernel.Elementary;
import io.stimloop.numerics.special.NormalDistribution;

/**
 * Moments of link(f) for a normal f: exact for the exponential link, by the trapezoid rule for the soft-rectified one
 * (an integrand that is smooth over the whole line, so that the rule errs by less than 1e-5 of a spike). Not thread safe.
 */
final class LinkMoments {
    /** Beyond it there is less than 1e-10 of the mass. */
    private static final double REACH = 6.5;
    private static final double STEP_SD = 0.6;
    /** The singularities of log(1 + exp(f)) lie at a distance of pi from the line. */
    private static final double LARGEST_STEP = 1.2;
    private static final double ROOT_TWO_PI = 2.5066282746310002;
    /** Log-variances beyond it overflow in the variance of the rate. */
    private static final double LARGEST_LOG_VARIANCE = 100;

    /** Of Simpson's rule above a level; even. */
    private static final int INTERVALS = 200;

    private final Link link;
    private final double mostVariance;
    private double mean;
    private double variance;
    private double slope;

    LinkMoments(MapModel model) {
        this.link = model.link();
        this.mostVariance = Math.min(model.hedge().mostVariance(), LARGEST_LOG_VARIANCE);
    }

    /** Works out the moments for a normal f. */
    void of(double location, double spread) {
        if (link == Link.EXPONENTIAL) {
            double bounded = Math.min(spread, mostVariance);
            mean = link.rate(location + 0.5 * bounded);
            variance = mean * mean * (Elementary.exp(bounded) - 1);
            slope = mean;
        } else {
            integrate(location, Math.sqrt(spread));
        }
    }

    private void integrate(double location, double sd) {
        double step = Math.min(STEP_SD * sd, LARGEST_STEP);
        int half = (int) Math.ceil(REACH * sd / step);
        double sum = 0;
        double squares = 0;
        double slopes = 0;
        for (int i = -half; i <= half; i++) {
            double z = i * step / sd;
            double weight = Elementary.exp(-0.5 * z * z);
            double f = location + i * step;
            double rate = link.rate(f);
            sum += weight * rate;
            squares += weight * rate * rate;
            slopes += weight * link.slope(f);
        }
        double scale = step / (sd * ROOT_TWO_PI);
        mean = sum * scale;
        variance = Math.max(0, squares * scale - mean * mean);
        slope = slopes * scale;
    }

    /** Expectation of by how much the rate exceeds a level above 0. */
    double excess(double location, double spread, double level) {
        double sd = Math.sqrt(spread);
        double threshold = link.inverse(level);
        if (link == Link.EXPONENTIAL) {
            double z = (location - threshold) / sd;
            return link.rate(location + 0.5 * spread) * NormalDistribution.cdf(z + sd)
                    - level * NormalDistribution.cdf(z);
        }
        double from = Math.max(threshold, location - REACH * sd);
        double step = Math.max(0, location + REACH * sd - from) / INTERVALS;
        double sum = 0;
        for (int i = 0; i <= INTERVALS; i++) {
            double simpson = i == 0 || i == INTERVALS ? 1 : 2 + 2 * (i % 2);
            double f = from + i * step;
            double z = (f - location) / sd;
            sum += simpson * Elementary.exp(-0.5 * z * z) * (link.rate(f) - level);
        }
        return Math.max(0, sum * step / 3 / (sd * ROOT_TWO_PI));
    }

    /** Expectation of the rate. */
    double mean() {
        return mean;
    }

    /** Variance of the rate. */
    double variance() {
        return variance;
    }

    /** Expectation of the link's derivative; its square times the variance of f is the variance by the delta method. */
    double slope() {
        return slope;
    }
}
