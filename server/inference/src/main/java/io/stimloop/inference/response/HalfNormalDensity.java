package io.stimloop.inference.response;

import org.apache.commons.rng.UniformRandomProvider;

/** The upper half of a normal density about 0. */
final class HalfNormalDensity implements Truncatable {
    private final NormalDensity whole;
    private final double logTwo = StrictMath.log(2);

    HalfNormalDensity(double sd) {
        this.whole = new NormalDensity(0, sd);
    }

    @Override
    public double logDensity(double value) {
        return value >= 0 ? logTwo + whole.logDensity(value) : Double.NEGATIVE_INFINITY;
    }

    @Override
    public double sample(UniformRandomProvider random) {
        return Math.abs(whole.sample(random));
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
        return Scale.LINEAR;
    }
}
