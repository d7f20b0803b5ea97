package io.stimloop.inference.belief;

import io.stimloop.inference.response.ParameterAxis;

/** Numbers that describe the marginal posterior of one parameter. */
final class AxisMarginal {
    private AxisMarginal() {}

    static ParameterSummary summary(ParameterAxis axis, double[] mass) {
        double mean = 0;
        for (int i = 0; i < mass.length; i++) {
            mean += mass[i] * axis.values()[i];
        }
        double variance = 0;
        for (int i = 0; i < mass.length; i++) {
            double deviation = axis.values()[i] - mean;
            variance += mass[i] * deviation * deviation;
        }
        return new ParameterSummary(axis.name(), mean, Math.sqrt(variance), quantiles(axis.values(), mass));
    }

    private static double[] quantiles(double[] values, double[] mass) {
        double[] quantiles = ParameterSummary.probabilities();
        for (int i = 0; i < quantiles.length; i++) {
            quantiles[i] = quantile(values, mass, quantiles[i]);
        }
        return quantiles;
    }

    /**
     * Half of a value's mass is taken to lie below it and half above; between two values the cumulative
     * probability is a straight line. Quantiles do not leave the range of the values.
     */
    private static double quantile(double[] values, double[] mass, double probability) {
        double below = mass[0] / 2;
        if (probability <= below) {
            return values[0];
        }
        for (int i = 1; i < values.length; i++) {
            double here = below + (mass[i - 1] + mass[i]) / 2;
            if (probability <= here) {
                return values[i - 1] + (values[i] - values[i - 1]) * (probability - below) / (here - below);
            }
            below = here;
        }
        return values[values.length - 1];
    }
}
