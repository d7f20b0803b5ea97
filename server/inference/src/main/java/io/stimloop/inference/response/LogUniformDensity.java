package io.stimloop.inference.response;

import io.stimloop.numerics.kernel.Elementary;
import org.apache.commons.rng.UniformRandomProvider;

/** The same density of the natural logarithm between two ends above 0. */
final class LogUniformDensity implements Truncatable {
    private final double lower;
    private final double upper;
    private final double logRange;
    private final double logConstant;

    LogUniformDensity(double lower, double upper) {
        this.lower = lower;
        this.upper = upper;
        this.logRange = StrictMath.log(upper) - StrictMath.log(lower);
        this.logConstant = -StrictMath.log(logRange);
    }

    @Override
    public double logDensity(double value) {
        return value >= lower && value <= upper
                ? logConstant - Elementary.log(value)
                : Double.NEGATIVE_INFINITY;
    }

    @Override
    public double sample(UniformRandomProvider random) {
        return Math.clamp(lower * StrictMath.exp(logRange * random.nextDouble()), lower, upper);
    }

    @Override
    public double lower() {
        return lower;
    }

    @Override
    public double upper() {
        return upper;
    }

    @Override
    public Scale scale() {
        return Scale.LOG;
    }
}
