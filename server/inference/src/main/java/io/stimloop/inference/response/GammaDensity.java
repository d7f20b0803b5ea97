package io.stimloop.inference.response;

import io.stimloop.numerics.kernel.Elementary;
import io.stimloop.numerics.special.LogGamma;
import org.apache.commons.rng.UniformRandomProvider;

/** The gamma density, drawn from on the scale of the logarithm, where it has a single peak for every shape. */
final class GammaDensity implements Truncatable {
    /** In nats: farther to the left of it lies less than 1e-30 of the mass, whatever the shape. */
    private static final double LEFT = 700;

    /** In units of the scale: farther than this beyond the shape lies nothing. */
    private static final double RIGHT = 1e3;

    private final double shape;
    private final double scale;
    private final double logConstant;
    private final SinglePeak logarithms;

    GammaDensity(double shape, double scale) {
        this.shape = shape;
        this.scale = scale;
        this.logConstant = -LogGamma.of(shape) - shape * StrictMath.log(scale);
        // ln(value / scale)
        this.logarithms = new SinglePeak(place -> shape * place - StrictMath.exp(place), -LEFT,
                StrictMath.log(2 * shape + RIGHT));
    }

    @Override
    public double logDensity(double value) {
        if (!(value >= 0) || value == Double.POSITIVE_INFINITY) {
            return Double.NEGATIVE_INFINITY;
        }
        double logValue = value >= Double.MIN_NORMAL ? Elementary.log(value) : Double.NEGATIVE_INFINITY;
        return logConstant + BetaDensity.power(shape - 1, logValue) - value / scale;
    }

    @Override
    public double sample(UniformRandomProvider random) {
        return Math.max(scale * StrictMath.exp(logarithms.sample(random)), Double.MIN_NORMAL);
    }

    @Override
    public double lower() {
        return 0;
    }

    @Override
    public double upper() {
        return Double.POSITIVE_INFINITY;
    }

    @Override
    public Scale scale() {
        return Scale.LOG;
    }
}
