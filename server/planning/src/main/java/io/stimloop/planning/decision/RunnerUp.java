package io.stimloop.planning.decision;

/**
 * The second best of what was scored.
 *
 * @param stimulus one value per dimension; empty where there was no second; not to be modified
 * @param utility  in the objective's unit; NaN where there was no second
 */
public record RunnerUp(double[] stimulus, double utility) {
    private static final double[] NOTHING = {};

    /** There was no second. */
    public static final RunnerUp NONE = new RunnerUp(NOTHING, Double.NaN);
}
