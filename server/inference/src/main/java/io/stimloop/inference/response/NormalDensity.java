package io.stimloop.inference.response;

import org.apache.commons.rng.UniformRandomProvider;

/** The normal density. */
final class NormalDensity implements Truncatable {
    static final double HALF_LOG_TWO_PI = 0.91893853320467274178;

    private final double mean;
    private final double sd;
    private final double logConstant;

    NormalDensity(double mean, double sd) {
        this.mean = mean;
        this.sd = sd;
        this.logConstant = -StrictMath.log(sd) - HALF_LOG_TWO_PI;
    }

    @Override
    public double logDensity(double value) {
        double z = (value - mean) / sd;
        return logConstant - z * z / 2;
    }

    @Override
    public double sample(UniformRandomProvider random) {
        return mean + sd * standard(random);
    }

    /** A standard normal draw (Box and Muller 1958). */
    static double standard(UniformRandomProvider random) {
        double radius = Math.sqrt(-2 * StrictMath.log(1 - random.nextDouble()));
        return radius * StrictMath.cos(2 * Math.PI * random.nextDouble());
    }

    @Override
    public double lower() {
        return Double.NEGATIVE_INFINITY;
    }

    @Override
    public double upper() {
        return Double.POSITIVE_INFINITY;
    }

    @Override
    public Scale scale() {
        return Scale.LINEAR;
    }
}
