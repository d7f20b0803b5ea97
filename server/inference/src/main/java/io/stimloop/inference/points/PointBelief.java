package io.stimloop.inference.points;

import io.stimloop.inference.belief.Belief;

/** A belief that predicts by points. */
public interface PointBelief extends Belief {
    /** The points of the first unit, in step with the belief. */
    WeightedPoints points();

    /**
     * The points of a belief.
     *
     * @throws IllegalArgumentException when it has none
     */
    static WeightedPoints pointsOf(Belief belief) {
        if (belief instanceof PointBelief held) {
            return held.points();
        }
        throw new IllegalArgumentException(
                "belief: " + belief + " must be a copy of the belief predicted from");
    }
}
