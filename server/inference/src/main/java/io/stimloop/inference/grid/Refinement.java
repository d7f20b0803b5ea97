package io.stimloop.inference.grid;

/**
 * When a grid is refined, and how.
 *
 * @param belowSteps a parameter is refined when its posterior sd is below this many steps of its grid, above 0
 * @param reachSd    the new grid reaches this many posterior sd to both sides, above 0
 */
public record Refinement(double belowSteps, double reachSd) {
    /** What suits posteriors that are nearly normal. */
    public static final Refinement USUAL = new Refinement(1.5, 6);
}
