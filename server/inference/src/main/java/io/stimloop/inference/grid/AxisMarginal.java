package io.stimloop.inference.grid;

import io.stimloop.inference.belief.ParameterSummary;
import io.stimloop.inference.response.ParameterAxis;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Numbers that describe the marginal posterior of one parameter. */
final class AxisMarginal {
    /** A resultant as short as this, or an angle as small as this part of a turn, is rounding. */
    private static final double ROUNDING = 1e-9;

    private AxisMarginal() {}

    /**
     * Mean, sd and quantiles.
     *
     * @param period of a parameter that wraps around: its values are then taken within half a turn of their
     *               circular mean (Mardia and Jupp 2000, section 2.2), so that mass on both sides of the
     *               seam counts as near; NaN for one that does not
     */
    static ParameterSummary summary(ParameterAxis axis, double[] mass, double period) {
        if (Double.isNaN(period)) {
            return summary(axis.name(), axis.values(), mass);
        }
        double cut = circularMean(axis.values(), mass, period) - period / 2;
        int n = mass.length;
        Integer[] order = IntStream.range(0, n).boxed()
                .sorted(Comparator.comparingDouble(i -> above(cut, axis.values()[i], period)))
                .toArray(Integer[]::new);
        double[] values = new double[n];
        double[] masses = new double[n];
        for (int i = 0; i < n; i++) {
            values[i] = above(cut, axis.values()[order[i]], period);
            masses[i] = mass[order[i]];
        }
        return summary(axis.name(), values, masses);
    }

    private static ParameterSummary summary(String name, double[] values, double[] mass) {
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

    private static double circularMean(double[] values, double[] mass, double period) {
        double sine = 0;
        double cosine = 0;
        for (int i = 0; i < mass.length; i++) {
            double angle = 2 * Math.PI * (values[i] / period);
            sine += mass[i] * StrictMath.sin(angle);
            cosine += mass[i] * StrictMath.cos(angle);
        }
        if (Math.sqrt(sine * sine + cosine * cosine) < ROUNDING) {
            return values[0] + period / 2;
        }
        double mean = StrictMath.atan2(sine, cosine) * period / (2 * Math.PI);
        // A mean at the seam may come out a rounding below it, and would be reported as a whole turn.
        return above(values[0] - ROUNDING * period, mean, period);
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
        for (int i = 0; i < values.length; i++) {
            if (mass[i] > 0 && probability <= below + mass[i]) {
                double low = i == 0 ? values[0] : middle(values, i - 1);
                double high = i == values.length - 1 ? values[i] : middle(values, i);
                return Math.min(low + (high - low) * (probability - below) / mass[i], high);
            }
            below += mass[i];
        }
        return values[values.length - 1];
    }

    private static double middle(double[] values, int i) {
        return values[i] + (values[i + 1] - values[i]) / 2;
    }
}
