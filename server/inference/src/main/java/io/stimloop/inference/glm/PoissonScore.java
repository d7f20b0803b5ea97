package io.stimloop.inference.glm;

import io.stimloop.inference.response.CountNoise;
import io.stimloop.inference.response.Link;

/** Derivatives of {@code ln p(count | eta)} of a Poisson count of rate {@code link(eta)} by eta. */
public final class PoissonScore {
    private static final CountNoise POISSON = new CountNoise(0);
    /** A value of eta this many sd from its mean is not believed in. */
    private static final double BELIEVED_SD = 6;

    private PoissonScore() {}

    /** An upper bound of {@code ln p(count | eta)} under an {@code eta ~ N(m, sd^2)} that is still believed in. */
    public static double greatestLogLikelihood(Link link, double m, double sd, double count) {
        double wanted = link.inverse(Math.max(count, Double.MIN_NORMAL));
        double nearest = Math.clamp(wanted, m - BELIEVED_SD * sd, m + BELIEVED_SD * sd);
        return POISSON.logProbability((int) count, link.rate(nearest));
    }

    /** The first derivative; it falls as eta grows. */
    static double slope(Link link, double eta, double count) {
        double rate = link.rate(eta);
        return link == Link.EXPONENTIAL ? count - rate : link.slope(eta) * (count / rate - 1);
    }

    /** Minus the second derivative: the observed information, never negative, because both links are log-concave. */
    static double information(Link link, double eta, double count) {
        double rate = link.rate(eta);
        if (link == Link.EXPONENTIAL) {
            return rate;
        }
        double slope = link.slope(eta);
        double relative = slope / rate;
        return Math.max(0, count * relative * (relative - 1 + slope) + slope * (1 - slope));
    }

    /** The information that a count is expected to give about eta: {@code link'(eta)^2 / link(eta)}. */
    static double expectedInformation(Link link, double eta) {
        double slope = link.slope(eta);
        return slope * slope / link.rate(eta);
    }
}
