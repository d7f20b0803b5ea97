package io.stimloop.inference.response;

import org.apache.commons.rng.UniformRandomProvider;

/** All the mass at one value; the logarithm of its probability stands for that of a density. */
record KnownDensity(double value) implements Density {
    @Override
    public double logDensity(double other) {
        return other == value ? 0 : Double.NEGATIVE_INFINITY;
    }

    @Override
    public double sample(UniformRandomProvider random) {
        return value;
    }

    @Override
    public double lower() {
        return value;
    }

    @Override
    public double upper() {
        return value;
    }
}
