package io.stimloop.inference.grid;

import io.stimloop.inference.response.CountNoise;
import io.stimloop.inference.response.TuningCurve;
import io.stimloop.numerics.kernel.RateKnots;

/**
 * The log probability of reaching a model's count ceiling, at knots over the rate.
 *
 * @param knots  over all rates of the model
 * @param values one row per dispersion, one value per knot; not to be modified
 */
record LogTails(RateKnots knots, double[][] values) {
    static LogTails of(TuningCurve curve) {
        RateKnots knots = RateKnots.covering(curve.lowestRate(), curve.highestRate());
        double[] dispersions = curve.dispersions();
        double[][] values = new double[dispersions.length][knots.count()];
        for (int d = 0; d < dispersions.length; d++) {
            CountNoise noise = new CountNoise(dispersions[d]);
            for (int knot = 0; knot < knots.count(); knot++) {
                values[d][knot] = noise.logTail(curve.countCeiling(), knots.rate(knot));
            }
        }
        return new LogTails(knots, values);
    }
}
