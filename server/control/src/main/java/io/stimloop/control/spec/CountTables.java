package io.stimloop.control.spec;

import io.stimloop.inference.response.TuningCurve;
import java.util.Arrays;

/**
 * Bounds the tables of count probabilities that inference keeps for a model. They grow with the expected
 * counts and their scatter, not with the grid, so they are bounded before anything is asked of them.
 */
final class CountTables {
    /** Most entries to be computed; about a second of work. */
    private static final double MOST_ENTRIES = 2e8;

    private CountTables() {}

    /** Reports a model whose counts are too large or too scattered to be tabulated. */
    static void check(TuningCurve curve, Faults at) {
        double entries = Arrays.stream(curve.dispersions()).map(dispersion -> entries(curve, dispersion))
                .sum();
        double dispersion = Arrays.stream(curve.dispersions()).max().orElse(0);
        at.require(entries <= MOST_ENTRIES, "are too large for tables of the counts: expected counts reach "
                + Wording.number(StrictMath.rint(curve.highestRate())) + " (dispersion "
                + Wording.number(dispersion)
                + "); lower amplitude, baseline or dispersion, or list fewer dispersions");
    }

    /** Rates told apart, a few for every sd of a Poisson count, times the counts that are at all likely. */
    private static double entries(TuningCurve curve, double dispersion) {
        double rate = curve.highestRate();
        double rates = 150 + 20 * Math.sqrt(rate);
        double decay = 1 + dispersion * rate;
        double likely = rate + 8 * Math.sqrt(rate * decay) + 40 * decay;
        double ceiling = curve.countCeiling() == 0 ? likely : curve.countCeiling();
        return rates * (Math.min(likely, ceiling) + 40 * decay);
    }
}
