package io.stimloop.inference.points;

import io.stimloop.inference.belief.ParameterSummary;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Numbers that describe the marginal posterior of one parameter. */
public final class Marginal {
    /** A resultant as short as this, or an angle as small as this part of a turn, is rounding. */
    private static final double ROUNDING = 1e-9;

    /** More values than these are a cloud and not a list. */
    private static final int MOST_LISTED = 512;

    private Marginal() {}

    /**
     * Mean, sd and quantiles of weighted values.
     *
     * @param values in any order; not modified
     * @param mass   one for each value, of sum 1; not modified
     * @param period of a parameter that wraps around: its values are then taken within half a turn of their
     *               circular mean (Mardia and Jupp 2000, section 2.2), so that mass on both sides of the
     *               seam counts as near; NaN for one that does not
     * @param start  where the turn begins in which a mean is reported; not looked at without a period
     * @return with the values, where they are few enough to be a list
     */
    public static ParameterSummary summary(String name, double[] values, double[] mass, double period,
            double start) {
        ParameterSummary summary = numbers(name, values, mass, period, start);
        return mass.length <= MOST_LISTED ? summary.listing(values.clone(), mass.clone()) : summary;
    }

    private static ParameterSummary numbers(String name, double[] values, double[] mass, double period,
            double start) {
        int n = mass.length;
        double[] unwrapped = values;
        if (ParameterScale.periodic(period)) {
            unwrapped = new double[n];
            unwrap(values, mass, n, period, start, unwrapped);
        }
        double[] placed = unwrapped;
        if (ascending(placed, n)) {
            return sorted(name, placed, mass);
        }
        int[] order = IntStream.range(0, n).boxed().sorted(Comparator.comparingDouble(i -> placed[i]))
                .mapToInt(Integer::intValue).toArray();
        double[] sortedValues = new double[n];
        double[] sortedMass = new double[n];
        for (int i = 0; i < n; i++) {
            sortedValues[i] = placed[order[i]];
            sortedMass[i] = mass[order[i]];
        }
        return sorted(name, sortedValues, sortedMass);
    }

    private static boolean ascending(double[] values, int n) {
        for (int i = 1; i < n; i++) {
            if (values[i] < values[i - 1]) {
                return false;
            }
        }
        return true;
    }

    /** Moves values of a parameter that wraps around to within half a turn of their circular mean. */
    static void unwrap(double[] values, double[] mass, int n, double period, double[] out) {
        unwrap(values, mass, n, period, values[0], out);
    }

    private static void unwrap(double[] values, double[] mass, int n, double period, double start,
            double[] out) {
        double cut = circularMean(values, mass, n, period, start) - period / 2;
        for (int i = 0; i < n; i++) {
            out[i] = above(cut, values[i], period);
        }
    }

    private static ParameterSummary sorted(String name, double[] values, double[] mass) {
        double mean = 0;
        for (int i = 0; i < mass.length; i++) {
            mean += mass[i] * values[i];
        }
        double variance = 0;
        for (int i = 0; i < mass.length; i++) {
            double deviation = values[i] - mean;
            variance += mass[i] * deviation * deviation;
        }
        return new ParameterSummary(name, mean, Math.sqrt(variance), quantiles(values, mass));
    }

    private static double circularMean(double[] values, double[] mass, int n, double period, double start) {
        double sine = 0;
        double cosine = 0;
        for (int i = 0; i < n; i++) {
            if (mass[i] > 0) {
                double angle = 2 * Math.PI * (values[i] / period);
                sine += mass[i] * StrictMath.sin(angle);
                cosine += mass[i] * StrictMath.cos(angle);
            }
        }
        if (Math.sqrt(sine * sine + cosine * cosine) < ROUNDING) {
            return start + period / 2;
        }
        double mean = StrictMath.atan2(sine, cosine) * period / (2 * Math.PI);
        // A mean at the seam may come out a rounding below it, and would be reported as a whole turn.
        return above(start - ROUNDING * period, mean, period);
    }

    /** The value moved by whole turns into the turn that begins at {@code start}. */
    private static double above(double start, double value, double period) {
        return value - period * Math.floor((value - start) / period);
    }

    private static double[] quantiles(double[] values, double[] mass) {
        double[] quantiles = ParameterSummary.probabilities();
        for (int i = 0; i < quantiles.length; i++) {
            quantiles[i] = quantile(values, mass, quantiles[i]);
        }
        return quantiles;
    }

    /**
     * A value's mass is taken to lie evenly between the middles of the gaps to its neighbours. Quantiles do
     * not leave the range of the values.
     */
    private static double quantile(double[] values, double[] mass, double probability) {
        double below = 0;
        for (int i = 0; i < mass.length; i++) {
            if (mass[i] > 0 && probability <= below + mass[i]) {
                double low = i == 0 ? values[0] : middle(values, i - 1);
                double high = i == mass.length - 1 ? values[i] : middle(values, i);
                return Math.min(low + (high - low) * (probability - below) / mass[i], high);
            }
            below += mass[i];
        }
        return values[mass.length - 1];
    }

    private static double middle(double[] values, int i) {
        return values[i] + (values[i + 1] - values[i]) / 2;
    }
}
