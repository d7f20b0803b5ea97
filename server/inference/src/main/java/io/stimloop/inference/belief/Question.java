package io.stimloop.inference.belief;

import java.util.List;

/**
 * What an objective asks of a belief about the response to a candidate. The cut between the two: a belief knows
 * how to answer questions and not why they are asked, an objective what to make of the answers and not how the
 * belief comes by them. A belief chooses the way to the answer once, when the predictor is made.
 */
public sealed interface Question {
    /**
     * How much the response is expected to tell about the parameters: {@link Prediction#informationNats}.
     *
     * @param weights how much each unit counts, from 0; empty for 1 each; not to be modified
     */
    record Information(double[] weights) implements Question {}

    /** Posterior mean and variance of the expected response: {@link Prediction#mean}, {@link Prediction#variance}. */
    record ExpectedResponse() implements Question {}

    /**
     * How the expected response lies to a level: {@link Prediction#probabilityAbove},
     * {@link Prediction#expectedExcess}, and {@link Prediction#mean}, {@link Prediction#variance},
     * {@link Prediction#greatestMean}.
     */
    record Exceedance() implements Question {}

    /**
     * By how much the response is expected to lower the posterior variance of quantities, weighted and summed:
     * {@link Prediction#varianceReduction}.
     *
     * @param quantities at least one; an immutable list
     */
    record VarianceReduction(List<Quantity> quantities) implements Question {}

    /**
     * By how much the response is expected to lower half the log determinant of the posterior covariance of
     * parameters: {@link Prediction#logDeterminantReduction}.
     *
     * @param parameters by name; empty for all; an immutable list
     * @param weights    as in {@link Information}
     */
    record DeterminantReduction(List<String> parameters, double[] weights) implements Question {}

    /** Infomax's question with all units alike. */
    Question INFORMATION = new Information(new double[0]);

    /** The weight of a unit in weights that may be empty; 1 of a unit that was added after they were given. */
    static double weight(double[] weights, int unit) {
        return unit < weights.length ? weights[unit] : 1;
    }
}
