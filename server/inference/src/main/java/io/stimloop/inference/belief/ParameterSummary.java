package io.stimloop.inference.belief;

import java.util.Arrays;

/**
 * The marginal posterior of one parameter.
 *
 * @param name      as in the model
 * @param mean      posterior mean, in the parameter's unit
 * @param sd        posterior standard deviation, in the parameter's unit
 * @param quantiles at {@link #probabilities()}, in the parameter's unit; those of a parameter that wraps
 *                  around lie within half a turn of its mean and may leave the range of its values
 * @param values    that the parameter may have, in its unit; empty where they are not listed, or are too many to be
 * @param mass      the probability of each; not to be modified
 */
public record ParameterSummary(String name, double mean, double sd, double[] quantiles, double[] values,
        double[] mass) {
    private static final double[] LEVELS = {0.025, 0.25, 0.5, 0.75, 0.975};

    private static final double[] NORMAL_QUANTILES = {-1.959963984540054, -0.6744897501960817, 0,
            0.6744897501960817, 1.959963984540054};

    private static final double[] NONE = {};

    /** One whose values are not listed. */
    public ParameterSummary(String name, double mean, double sd, double[] quantiles) {
        this(name, mean, sd, quantiles, NONE, NONE);
    }

    /** The same with its values, in any order. */
    public ParameterSummary listing(double[] newValues, double[] newMass) {
        return new ParameterSummary(name, mean, sd, quantiles, newValues, newMass);
    }

    /** That of a normal density. */
    public static ParameterSummary normal(String name, double mean, double sd) {
        return new ParameterSummary(name, mean, sd,
                Arrays.stream(NORMAL_QUANTILES).map(z -> mean + z * sd).toArray());
    }

    /** The probabilities of the quantiles, ascending. */
    public static double[] probabilities() {
        return LEVELS.clone();
    }
}
