package io.stimloop.inference.objective;

import io.stimloop.inference.belief.Prediction;
import io.stimloop.inference.belief.Question;
import io.stimloop.numerics.kernel.Elementary;
import java.util.function.IntPredicate;

/**
 * Where the expected response crosses a level: the entropy of whether it exceeds the level, in nats, times its
 * posterior sd, so that a place that is both undecided and unknown comes first (in the spirit of the straddle
 * heuristic of Bryan et al. 2005, Advances in Neural Information Processing Systems 18). Summed over units with
 * their weights.
 *
 * @param level   in the unit of the response
 * @param weights how much each unit counts, from 0; empty for 1 each; not to be modified
 */
public record LevelSet(double level, double[] weights) implements ResponseSeeking {
    @Override
    public Question question() {
        return new Question.Exceedance();
    }

    @Override
    public double utility(Prediction prediction) {
        double sum = 0;
        for (int unit = 0; unit < prediction.units(); unit++) {
            if (prediction.includes(unit)) {
                double above = prediction.probabilityAbove(unit, level);
                double undecided = part(above) + part(1 - above);
                sum += Question.weight(weights, unit) * undecided * Math.sqrt(prediction.variance(unit));
            }
        }
        return sum;
    }

    /** Minus the distance of the expected response to the level, summed over units with their weights. */
    @Override
    public double worth(double[] expected, IntPredicate includes) {
        double sum = 0;
        for (int unit = 0; unit < expected.length; unit++) {
            if (includes.test(unit)) {
                sum += -Question.weight(weights, unit) * Math.abs(expected[unit] - level);
            }
        }
        return sum;
    }

    private static double part(double probability) {
        return probability >= Double.MIN_NORMAL ? -probability * Elementary.log(probability) : 0;
    }

    @Override
    public boolean prompt() {
        return true;
    }
}
