package io.stimloop.inference.belief;

import org.apache.commons.rng.UniformRandomProvider;

/**
 * A cell or a subject that obeys a response model with parameters that are known: for calibration, studies and
 * simulation. May depend on its own past responses. Not thread safe.
 */
public interface Truth {
    /** The parameters of a unit, in the order of {@link BeliefSource#parameterNames}. */
    double[] parameters(int unit);

    /** The expected response of a unit; after no responses where they matter. */
    double expected(int unit, double[] stimulus);

    /** Likewise to several stimuli, one row each. */
    default double[] expected(int unit, double[][] stimuli) {
        double[] expected = new double[stimuli.length];
        for (int i = 0; i < stimuli.length; i++) {
            expected[i] = expected(unit, stimuli[i]);
        }
        return expected;
    }

    /**
     * Answers a stimulus.
     *
     * @param response receives it, as {@link Responses} lays it out
     */
    void respond(double[] stimulus, UniformRandomProvider random, double[] response);
}
