package io.stimloop.inference.response;

import java.util.Arrays;

/**
 * The values that a parameter may have and how likely each is before the first trial.
 *
 * @param name   as in the model
 * @param values in the parameter's unit, finite and strictly increasing; not to be modified
 * @param prior  one weight for each value, from 0, with a finite positive sum; held normalised to sum 1; not
 *               to be modified
 */
public record ParameterAxis(String name, double[] values, double[] prior) {
    /** @throws IllegalArgumentException naming the parameter and the value that is wrong */
    public ParameterAxis {
        checkValues(name, values);
        prior = normalised(name, values.length, prior);
        values = values.clone();
    }

    /** Number of values. */
    public int size() {
        return values.length;
    }

    /** The least value. */
    public double first() {
        return values[0];
    }

    /** The greatest value. */
    public double last() {
        return values[values.length - 1];
    }

    private static void checkValues(String name, double[] values) {
        if (values.length == 0) {
            throw new IllegalArgumentException(name + ".values: empty; at least one value is needed");
        }
        for (int i = 0; i < values.length; i++) {
            if (!Double.isFinite(values[i])) {
                throw new IllegalArgumentException(
                        name + ".values[" + i + "]: " + values[i] + " must be finite");
            }
            if (i > 0 && values[i] <= values[i - 1]) {
                throw new IllegalArgumentException(name + ".values[" + i + "]: " + values[i]
                        + " must exceed the value before it (" + values[i - 1] + ")");
            }
        }
    }

    private static double[] normalised(String name, int size, double[] prior) {
        if (prior.length != size) {
            throw new IllegalArgumentException(
                    name + ".prior: " + prior.length + " weights for " + size
                            + " values; one for each is needed");
        }
        for (int i = 0; i < size; i++) {
            if (!(prior[i] >= 0)) {
                throw new IllegalArgumentException(
                        name + ".prior[" + i + "]: " + prior[i] + " must be 0 or more");
            }
        }
        double sum = Arrays.stream(prior).sum();
        if (!(sum > 0) || Double.isInfinite(sum)) {
            throw new IllegalArgumentException(
                    name + ".prior: the weights sum to " + sum + "; a finite sum above 0 is needed");
        }
        return Arrays.stream(prior).map(weight -> weight / sum).toArray();
    }
}
