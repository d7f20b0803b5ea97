package io.stimloop.planning.decision;

/** Chooses the next stimulus before a deadline. Called by one experiment's writer, one call at a time. */
public interface Planner {
    /**
     * Decides. Returns by the deadline with the best that is known then; being late is recorded in the
     * decision, never thrown.
     */
    Decision plan(PlanningRequest request);
}
