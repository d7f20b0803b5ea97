package io.stimloop.control.experiment;

import io.stimloop.control.safety.SafetyEnvelope;
import io.stimloop.inference.belief.Belief;
import io.stimloop.inference.belief.Responses;
import io.stimloop.planning.decision.Planner;
import java.util.function.LongSupplier;

/**
 * What a trial loop is made of.
 *
 * @param responses     what an outcome holds
 * @param belief        learned by the loop, and by nobody else
 * @param planner       asked by the loop, and by nobody else
 * @param envelope      the one door
 * @param stopping      when it ends
 * @param watch         checks the model
 * @param upkeep        has the belief's maintenance done
 * @param neurons       which are in
 * @param deadlineNanos from the arrival of an outcome to the command
 * @param validForNanos how long a command may be carried out
 * @param nanoClock     monotonic
 */
record LoopSetup(Responses responses, Belief belief, Planner planner, SafetyEnvelope envelope,
        StoppingCheck stopping, ModelWatch watch, Upkeep upkeep, NeuronChanges neurons,
        long deadlineNanos, long validForNanos, LongSupplier nanoClock) {
    /** The same loop for a belief that has taken in more units. */
    LoopSetup enlarged(Responses more, Planner morePlanner) {
        return new LoopSetup(more, belief, morePlanner, envelope, stopping, watch, upkeep, neurons,
                deadlineNanos, validForNanos, nanoClock);
    }
}
