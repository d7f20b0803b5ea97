package io.stimloop.inference.objective;

import io.stimloop.inference.belief.Prediction;
import io.stimloop.inference.belief.Question;

/**
 * Uncertainty sampling: the posterior variance of the expected response at the stimulus itself, summed over units
 * with their weights, in squared units of the response.
 *
 * @param weights how much each unit counts, from 0; empty for 1 each; not to be modified
 */
public record Uncertainty(double[] weights) implements Objective {
    @Override
    public Question question() {
        return new Question.ExpectedResponse();
    }

    @Override
    public double utility(Prediction prediction) {
        double sum = 0;
        for (int unit = 0; unit < prediction.units(); unit++) {
            if (prediction.includes(unit)) {
                sum += Question.weight(weights, unit) * prediction.variance(unit);
            }
        }
        return sum;
    }

    @Override
    public boolean prompt() {
        return true;
    }
}
