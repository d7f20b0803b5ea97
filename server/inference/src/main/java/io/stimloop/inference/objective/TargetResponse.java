package io.stimloop.inference.objective;

import io.stimloop.inference.belief.Prediction;
import io.stimloop.inference.belief.Question;
import java.util.function.IntPredicate;

/**
 * How near the expected responses come to a target pattern: minus the posterior expectation of the squared distance,
 * plus a bonus for what is unknown, summed over units with their weights.
 *
 * @param target      one per unit, in the unit of the response; not to be modified
 * @param exploration how much a posterior sd is worth, in the unit of the response, from 0
 * @param weights     how much each unit counts, from 0; empty for 1 each; not to be modified
 */
public record TargetResponse(double[] target, double exploration,
        double[] weights) implements ResponseSeeking {
    @Override
    public Question question() {
        return new Question.ExpectedResponse();
    }

    @Override
    public double utility(Prediction prediction) {
        double sum = 0;
        for (int unit = 0; unit < prediction.units(); unit++) {
            if (prediction.includes(unit)) {
                double off = prediction.mean(unit) - target[unit];
                double variance = prediction.variance(unit);
                sum += Question.weight(weights, unit)
                        * (exploration * Math.sqrt(variance) - off * off - variance);
            }
        }
        return sum;
    }

    /** Minus the squared distance to the target pattern. */
    @Override
    public double worth(double[] expected, IntPredicate includes) {
        double sum = 0;
        for (int unit = 0; unit < expected.length; unit++) {
            if (includes.test(unit)) {
                sum += -Question.weight(weights, unit) * (expected[unit] - target[unit])
                        * (expected[unit] - target[unit]);
            }
        }
        return sum;
    }

    @Override
    public boolean prompt() {
        return true;
    }
}
