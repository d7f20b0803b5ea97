package io.stimloop.inference.objective;

import io.stimloop.inference.belief.Prediction;
import io.stimloop.inference.belief.Question;

/**
 * The expected decrease of half the log determinant of the posterior covariance, in nats: Bayesian D-optimal design
 * (Chaloner and Verdinelli 1995, Statistical Science 10, section 2.2).
 *
 * @param question with the parameters
 */
public record DeterminantObjective(Question.DeterminantReduction question) implements Objective {
    @Override
    public double utility(Prediction prediction) {
        return prediction.logDeterminantReduction();
    }

    @Override
    public boolean prompt() {
        return true;
    }
}
