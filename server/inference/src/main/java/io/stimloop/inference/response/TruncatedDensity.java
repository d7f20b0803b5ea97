package io.stimloop.inference.response;

import org.apache.commons.rng.UniformRandomProvider;

/** A density cut off at two ends and normalised between them. */
final class TruncatedDensity implements Density {
    /** Of less mass a double does not know. */
    private static final double LEAST_LOG_MASS = -700;

    private final Truncatable whole;
    private final double lower;
    private final double upper;
    private final SinglePeak part;
    private final double logMass;

    /** @throws IllegalArgumentException when no mass is left */
    TruncatedDensity(Truncatable whole, double lower, double upper) {
        this.whole = whole;
        this.lower = lower;
        this.upper = upper;
        Truncatable.Scale scale = whole.scale();
        this.part = new SinglePeak(whole::logDensityOnScale, scale.place(lower), scale.place(upper));
        this.logMass = part.logIntegral();
        if (!(logMass >= LEAST_LOG_MASS)) {
            throw new IllegalArgumentException("from: " + lower + " to " + upper
                    + " holds none of the density's mass");
        }
    }

    @Override
    public double logDensity(double value) {
        return value >= lower && value <= upper
                ? whole.logDensity(value) - logMass
                : Double.NEGATIVE_INFINITY;
    }

    @Override
    public double sample(UniformRandomProvider random) {
        return Math.clamp(whole.scale().value(part.sample(random)), lower, upper);
    }

    @Override
    public double lower() {
        return lower;
    }

    @Override
    public double upper() {
        return upper;
    }
}
