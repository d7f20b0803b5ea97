package io.stimloop.inference.response;

import org.apache.commons.rng.UniformRandomProvider;

/**
 * Von Mises' density of a value that wraps around. Every value has one, normalised over a turn; draws lie within half
 * a turn of the mean.
 */
final class PeriodicDensity implements Density {
    private final double period;
    private final double mean;
    private final double concentration;
    private final SinglePeak angles;
    private final double logConstant;

    PeriodicDensity(double period, double mean, double concentration) {
        this.period = period;
        this.mean = mean;
        this.concentration = concentration;
        this.angles = new SinglePeak(this::ofAngle, -Math.PI, Math.PI);
        this.logConstant = StrictMath.log(2 * Math.PI / period) - angles.logIntegral();
    }

    /** {@code concentration (cos(angle) - 1)}, without loss of digits near 0. */
    private double ofAngle(double angle) {
        double sine = StrictMath.sin(angle / 2);
        return -2 * concentration * sine * sine;
    }

    @Override
    public double logDensity(double value) {
        return logConstant + ofAngle(2 * Math.PI * Math.IEEEremainder((value - mean) / period, 1));
    }

    @Override
    public double sample(UniformRandomProvider random) {
        return mean + period * angles.sample(random) / (2 * Math.PI);
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
    public double period() {
        return period;
    }
}
