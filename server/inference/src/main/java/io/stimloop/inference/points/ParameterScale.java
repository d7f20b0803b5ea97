package io.stimloop.inference.points;

import io.stimloop.inference.response.ParameterAxis;
import java.util.Arrays;
import java.util.List;

/**
 * In what the parameters of a model are measured when their variances are compared.
 *
 * @param periods        by parameter: length of a turn in its unit; NaN where it does not wrap around
 * @param priorVariances by parameter: variance before the first trial, in squared units; 0 where it is known. Of a
 *                       parameter that wraps around, that of its place on a circle of radius period / 2 pi
 */
public record ParameterScale(double[] periods, double[] priorVariances) {
    /** The scale of points that are weighted by the prior. */
    public static ParameterScale of(double[] periods, WeightedPoints prior) {
        double[] variances = new double[periods.length];
        for (int p = 0; p < variances.length; p++) {
            double[] values = prior.parameters()[p];
            variances[p] = periodic(periods[p])
                    ? circular(values, prior.weights(), prior.size(), periods[p])
                    : variance(values, prior.weights(), prior.size());
        }
        return new ParameterScale(periods, variances);
    }

    /** The scale of a grid over independent parameters, one axis each. */
    public static ParameterScale of(double[] periods, List<ParameterAxis> axes) {
        double[] variances = new double[periods.length];
        for (int p = 0; p < variances.length; p++) {
            ParameterAxis axis = axes.get(p);
            variances[p] = periodic(periods[p])
                    ? circular(axis.values(), axis.prior(), axis.size(), periods[p])
                    : variance(axis.values(), axis.prior(), axis.size());
        }
        return new ParameterScale(periods, variances);
    }

    /** Whether a parameter with this period wraps around. */
    static boolean periodic(double period) {
        return !Double.isNaN(period);
    }

    private static double circular(double[] values, double[] weights, int n, double period) {
        double[] cosines = new double[n];
        double[] sines = new double[n];
        onCircle(values, n, period, cosines, sines);
        return variance(cosines, weights, n) + variance(sines, weights, n);
    }

    /** Places on the circle of radius period / 2 pi. */
    static void onCircle(double[] values, int n, double period, double[] cosines, double[] sines) {
        double radius = period / (2 * Math.PI);
        for (int k = 0; k < n; k++) {
            double angle = values[k] / radius;
            cosines[k] = radius * StrictMath.cos(angle);
            sines[k] = radius * StrictMath.sin(angle);
        }
    }

    static double variance(double[] values, double[] weights, int n) {
        double mean = 0;
        for (int k = 0; k < n; k++) {
            mean = Math.fma(weights[k], values[k], mean);
        }
        double variance = 0;
        for (int k = 0; k < n; k++) {
            double off = values[k] - mean;
            variance = Math.fma(weights[k] * off, off, variance);
        }
        return variance;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ParameterScale scale && Arrays.equals(periods, scale.periods)
                && Arrays.equals(priorVariances, scale.priorVariances);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(periods) + Arrays.hashCode(priorVariances);
    }

    @Override
    public String toString() {
        return "periods " + Arrays.toString(periods) + ", prior variances " + Arrays.toString(priorVariances);
    }
}
