package io.stimloop.inference.objective;

import java.util.function.IntPredicate;

/**
 * An objective that wants a response rather than knowledge, and so can say what a stimulus is worth when its expected
 * responses are known, as they are under one draw from the posterior.
 */
public interface ResponseSeeking extends Objective {
    /**
     * What a stimulus is worth.
     *
     * @param expected one response per unit; those of units that do not count are not looked at; not modified
     * @param includes whether a unit counts
     * @return larger is better; in the unit that the implementation says
     */
    double worth(double[] expected, IntPredicate includes);
}
