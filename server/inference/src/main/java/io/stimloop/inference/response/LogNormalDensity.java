package io.stimloop.inference.response;

import io.stimloop.numerics.kernel.Elementary;
import org.apache.commons.rng.UniformRandomProvider;

/** The natural logarithm is normal. */
final class LogNormalDensity implements Truncatable {
    private final NormalDensity logarithm;

    LogNormalDensity(double median, double logSd) {
        this.logarithm = new NormalDensity(StrictMath.log(median), logSd);
    }

    @Override
    public double logDensity(double value) {
        if (!(value >= Double.MIN_NORMAL) || value == Double.POSITIVE_INFINITY) {
            return Double.NEGATIVE_INFINITY;
        }
        double log = Elementary.log(value);
        return logarithm.logDensity(log) - log;
    }

    @Override
    public double sample(UniformRandomProvider random) {
        double value = StrictMath.exp(logarithm.sample(random));
        return Math.clamp(value, Double.MIN_NORMAL, Double.MAX_VALUE);
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
