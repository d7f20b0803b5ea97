package io.stimloop.inference.map;

import io.stimloop.inference.response.Link;

/**
 * How likely the counts at one stimulus are as a function of f there. Only their sum and their number matter.
 *
 * @param link       from f to the expected count
 * @param dispersion of the counts; 0 for Poisson
 */
record CountLikelihood(Link link, double dispersion) {
    /** Whether {@link #curvature} is the second derivative, and not its expectation. */
    boolean exactCurvature() {
        return link == Link.EXPONENTIAL || dispersion == 0;
    }

    /** The log likelihood, but for what does not depend on f. */
    double value(double sum, double visits, double f) {
        double rate = link.rate(f);
        double spread = dispersion == 0
                ? visits * rate
                : (sum + visits / dispersion) * StrictMath.log1p(dispersion * rate);
        return sum * link.logRate(f) - spread;
    }

    /** Its derivative. */
    double gradient(double sum, double visits, double f) {
        double rate = link.rate(f);
        double relativeSlope = link == Link.EXPONENTIAL ? 1 : link.slope(f) / rate;
        return (sum - visits * rate) * relativeSlope / (1 + dispersion * rate);
    }

    /**
     * Minus its second derivative, which is not negative; for negative binomial counts behind the soft-rectified link,
     * where it could be, its expectation (Fisher information).
     */
    double curvature(double sum, double visits, double f) {
        double rate = link.rate(f);
        double slope = link.slope(f);
        if (link == Link.EXPONENTIAL) {
            double damping = 1 + dispersion * rate;
            return (visits + sum * dispersion) * rate / (damping * damping);
        }
        if (dispersion > 0) {
            return visits * information(f);
        }
        double bend = slope * (1 - slope);
        double relative = slope / rate;
        return Math.max(0, sum * (relative * relative - bend / rate) + visits * bend);
    }

    /** Fisher information of one count about f. */
    double information(double f) {
        double rate = link.rate(f);
        double slope = link.slope(f);
        double relative = link == Link.EXPONENTIAL ? 1 : slope / rate;
        return slope * relative / (1 + dispersion * rate);
    }

    /** The f at which a count is likeliest. */
    double best(double count) {
        return count > 0 ? link.inverse(count) : Double.NEGATIVE_INFINITY;
    }
}
