package io.stimloop.planning.decision;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Chooses the next stimulus before a deadline. Called by one experiment's writer, one call at a time. */
public interface Planner {
    /**
     * Decides. Returns by the deadline with the best that is known then; being late is recorded in the
     * decision, never thrown.
     */
    Decision plan(PlanningRequest request);

    /**
     * Returns when no other thread reads the belief any more on behalf of an earlier plan. To be called
     * before the belief is changed: a plan that was cut off by its deadline may have left a helper inside a
     * candidate. Waits for at most the time that one candidate takes.
     */
    default void settle() {}

    /**
     * The decision, where it is known before the belief has learned from the response of the request: it does not depend
     * on the belief, or it was planned ahead for this response. The same as {@link #plan} would give after learning, if
     * it could do as much.
     *
     * @return null where it must be planned
     */
    default @Nullable Decision ready(PlanningRequest request) {
        return null;
    }

    /**
     * The decision of {@link #ready} has been sent, and its response is learned from next. Returns when that may have the
     * processors.
     */
    default void sent() {}

    /** A command has left and nobody waits: there is time to prepare for the next request. Returns soon. */
    default void prepare(Preparation next) {}

    /** How well the last response was prepared for, told once; empty where nothing was prepared. */
    default Optional<Foresight> foresight() {
        return Optional.empty();
    }

    /**
     * Tells what came of this planner's latest decision when another planner makes the next one; else the next request
     * tells. For planners that learn from responses.
     */
    default void observe(Previous trial) {}

    /**
     * Why the last plan decided as it did, in words for people, beyond what the decision itself says. Made when it is
     * asked for. Empty where the decision says all.
     */
    default String reason() {
        return "";
    }

    /**
     * Utility of each candidate in the last plan, less its cost, in the objective's unit: NaN where it was not scored,
     * minus infinity where it was not allowed. Empty where nothing was scored. A new array.
     */
    default double[] utilities() {
        return new double[0];
    }

    /**
     * What an operator should know of how it plans, for people, each with what it is about and a colon in front, as
     * {@link io.stimloop.inference.belief.Belief#warnings} has them.
     */
    default List<String> warnings() {
        return List.of();
    }
}
