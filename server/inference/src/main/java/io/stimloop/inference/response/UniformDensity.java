package io.stimloop.inference.response;

import org.apache.commons.rng.UniformRandomProvider;

/** The same density between two ends. */
record UniformDensity(double lower, double upper) implements Truncatable {
    @Override
    public double logDensity(double value) {
        return value >= lower && value <= upper ? -StrictMath.log(upper - lower) : Double.NEGATIVE_INFINITY;
    }

    @Override
    public double sample(UniformRandomProvider random) {
        return lower + (upper - lower) * random.nextDouble();
    }

    @Override
    public Scale scale() {
        return Scale.LINEAR;
    }
}
