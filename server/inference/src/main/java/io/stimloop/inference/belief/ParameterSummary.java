package io.stimloop.inference.belief;

/**
 * The marginal posterior of one parameter.
 *
 * @param name      as in the model
 * @param mean      posterior mean, in the parameter's unit
 * @param sd        posterior standard deviation, in the parameter's unit
 * @param quantiles at {@link #probabilities()}, in the parameter's unit; those of a parameter that wraps
 *                  around lie within half a turn of its mean and may leave the range of its values
 */
public record ParameterSummary(String name, double mean, double sd, double[] quantiles) {
    private static final double[] LEVELS = {0.025, 0.25, 0.5, 0.75, 0.975};

    /** The probabilities of the quantiles, ascending. */
    public static double[] probabilities() {
        return LEVELS.clone();
    }
}
