package io.stimloop.inference.response;

import io.stimloop.numerics.special.LogGamma;
import org.apache.commons.rng.UniformRandomProvider;

/** The beta density, drawn from on the scale of the log odds, where it has a single peak for all a and b. */
final class BetaDensity implements Truncatable {
    private static final double FARTHEST_ODDS = 700;

    private final double a;
    private final double b;
    private final double logConstant;
    private final SinglePeak logOdds;

    BetaDensity(double a, double b) {
        this.a = a;
        this.b = b;
        this.logConstant = LogGamma.of(a + b) - LogGamma.of(a) - LogGamma.of(b);
        this.logOdds = new SinglePeak(this::ofLogOdds, -FARTHEST_ODDS, FARTHEST_ODDS);
    }

    /** ln(v^a (1 - v)^b) for v of these log odds. */
    private double ofLogOdds(double odds) {
        double nearer = StrictMath.log1p(StrictMath.exp(-Math.abs(odds)));
        double logValue = Math.min(odds, 0) - nearer;
        double logRest = -Math.max(odds, 0) - nearer;
        return a * logValue + b * logRest;
    }

    @Override
    public double logDensity(double value) {
        if (!(value >= 0 && value <= 1)) {
            return Double.NEGATIVE_INFINITY;
        }
        return logConstant + power(a - 1, StrictMath.log(value)) + power(b - 1, StrictMath.log1p(-value));
    }

    /** ln(v^exponent); where that is infinite, at an end, there is no density. */
    static double power(double exponent, double logValue) {
        if (exponent == 0) {
            return 0;
        }
        return logValue == Double.NEGATIVE_INFINITY ? logValue : exponent * logValue;
    }

    @Override
    public double sample(UniformRandomProvider random) {
        return Scale.LOGIT.value(logOdds.sample(random));
    }

    @Override
    public double lower() {
        return 0;
    }

    @Override
    public double upper() {
        return 1;
    }

    @Override
    public Scale scale() {
        return Scale.LOGIT;
    }

    @Override
    public double logDensityOnScale(double place) {
        // Not by way of the value: near 1 there are too few doubles.
        return logConstant + ofLogOdds(place);
    }
}
