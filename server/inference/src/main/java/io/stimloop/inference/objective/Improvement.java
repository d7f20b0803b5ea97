package io.stimloop.inference.objective;

import io.stimloop.inference.belief.Prediction;
import io.stimloop.inference.belief.Question;
import java.util.function.IntPredicate;

/**
 * How the expected response is likely to exceed the greatest posterior mean at any candidate, for finding the
 * stimulus that drives a cell most (Kushner 1964; Mockus, Tiesis and Zilinskas 1978). Summed over units with their
 * weights.
 *
 * @param kind    probability of improvement, or expected improvement in the unit of the response
 * @param margin  by which it must be exceeded, in the unit of the response, from 0
 * @param weights how much each unit counts, from 0; empty for 1 each; not to be modified
 */
public record Improvement(Kind kind, double margin, double[] weights) implements ResponseSeeking {
    /** What is told about the improvement. */
    public enum Kind {
        /** How probable it is. */
        PROBABILITY,
        /** How large it is expected to be. */
        EXPECTED
    }

    @Override
    public Question question() {
        return new Question.Exceedance();
    }

    @Override
    public double utility(Prediction prediction) {
        double sum = 0;
        for (int unit = 0; unit < prediction.units(); unit++) {
            if (prediction.includes(unit)) {
                double level = prediction.greatestMean(unit) + margin;
                double improvement = kind == Kind.PROBABILITY
                        ? prediction.probabilityAbove(unit, level)
                        : prediction.expectedExcess(unit, level);
                sum += Question.weight(weights, unit) * improvement;
            }
        }
        return sum;
    }

    /** The expected response, summed over units with their weights. */
    @Override
    public double worth(double[] expected, IntPredicate includes) {
        double sum = 0;
        for (int unit = 0; unit < expected.length; unit++) {
            if (includes.test(unit)) {
                sum += Question.weight(weights, unit) * expected[unit];
            }
        }
        return sum;
    }

    @Override
    public boolean prompt() {
        return true;
    }
}
