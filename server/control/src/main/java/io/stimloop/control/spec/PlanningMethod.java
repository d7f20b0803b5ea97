package io.stimloop.control.spec;

/** How the next stimulus is found. */
public sealed interface PlanningMethod {
    /**
     * Scores the candidates and takes the best found by the deadline.
     *
     * @param randomFirst   trials drawn at random before the search begins
     * @param balancedFirst trials of balanced blocks after those
     * @param balancedShare fraction of the later trials that come from balanced blocks, from 0 to 1
     * @param wholeBall     whether all stimuli of the allowed length are searched, not only the candidates
     */
    record Search(long randomFirst, long balancedFirst, double balancedShare, boolean wholeBall)
            implements
                PlanningMethod {
        /** Whether no trial is left to a design. */
        public boolean searchesAlways() {
            return randomFirst == 0 && balancedFirst == 0 && balancedShare == 0;
        }
    }

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
