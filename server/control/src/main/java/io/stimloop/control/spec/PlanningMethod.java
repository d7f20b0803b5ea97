package io.stimloop.control.spec;

/** How the next stimulus is found. */
public sealed interface PlanningMethod {
    /** Scores the candidates and takes the best found by the deadline. */
    record Search() implements PlanningMethod {}

    /** Draws a candidate at random, independently, every trial. */
    record Random() implements PlanningMethod {}

    /** Presents every candidate once per block, in an order drawn anew for each. */
    record Balanced() implements PlanningMethod {}

    /**
     * Presents the stimuli listed, in their order, from the first again after the last.
     *
     * @param stimuli one row per stimulus, one value per dimension; not to be modified
     */
    record Sequence(double[][] stimuli) implements PlanningMethod {}
}
