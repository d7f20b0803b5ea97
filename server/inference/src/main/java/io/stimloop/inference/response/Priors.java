package io.stimloop.inference.response;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/**
 * Prior weights for the values of an axis. A density is multiplied by the width of the cell around each
 * value: half the distance between its neighbours, at the ends the distance to the one neighbour.
 */
public final class Priors {
    private Priors() {}

    /** The same weight for each of {@code n} values. */
    public static double[] flat(int n) {
        double[] weights = new double[n];
        Arrays.fill(weights, 1.0 / n);
        return weights;
    }

    /**
     * A normal density.
     *
     * @param values strictly increasing
     * @param mean   in the parameter's unit
     * @param sd     in the parameter's unit, above 0
     * @throws IllegalArgumentException when sd is not above 0, or no value has any mass
     */
    public static double[] normal(double[] values, double mean, double sd) {
        check("mean", mean, Double.isFinite(mean), "must be finite");
        check("sd", sd, sd > 0 && Double.isFinite(sd), "must be above 0 and finite");
        return weights(values, value -> density((value - mean) / sd));
    }

    /**
     * A log-normal density.
     *
     * @param values strictly increasing, above 0
     * @param median in the parameter's unit, above 0
     * @param logSd  standard deviation of the natural logarithm, above 0
     * @throws IllegalArgumentException when an argument is out of its range, or no value has any mass
     */
    public static double[] logNormal(double[] values, double median, double logSd) {
        check("median", median, median > 0 && Double.isFinite(median), "must be above 0 and finite");
        check("logSd", logSd, logSd > 0 && Double.isFinite(logSd), "must be above 0 and finite");
        check("values[0]", values[0], values[0] > 0, "must be above 0 for a log-normal prior");
        return weights(values, value -> density(StrictMath.log(value / median) / logSd) / value);
    }

    /**
     * Any density.
     *
     * @param values strictly increasing
     * @throws IllegalArgumentException when no value has any mass
     */
    public static double[] of(double[] values, Density density) {
        return weights(values, value -> StrictMath.exp(density.logDensity(value)));
    }

    private static double density(double z) {
        return StrictMath.exp(-z * z / 2);
    }

    private static double[] weights(double[] values, DoubleUnaryOperator density) {
        double[] weights = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            weights[i] = density.applyAsDouble(values[i]) * cellWidth(values, i);
        }
        double sum = Arrays.stream(weights).sum();
        if (!(sum > 0)) {
            throw new IllegalArgumentException("prior: no mass on any value from " + values[0] + " to "
                    + values[values.length - 1] + "; its centre and spread must fit the values");
        }
        return Arrays.stream(weights).map(weight -> weight / sum).toArray();
    }

    private static double cellWidth(double[] values, int i) {
        if (values.length == 1) {
            return 1;
        }
        if (i == 0) {
            return values[1] - values[0];
        }
        if (i == values.length - 1) {
            return values[i] - values[i - 1];
        }
        return (values[i + 1] - values[i - 1]) / 2;
    }

    private static void check(String field, double value, boolean right, String rule) {
        if (!right) {
            throw new IllegalArgumentException(field + ": " + value + " " + rule);
        }
    }
}
