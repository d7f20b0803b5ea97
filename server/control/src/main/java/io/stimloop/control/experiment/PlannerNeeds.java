package io.stimloop.control.experiment;

import io.stimloop.control.spec.PatternPlan;
import io.stimloop.control.spec.ResolvedSpec;
import io.stimloop.inference.belief.Belief;
import io.stimloop.inference.belief.ResponsePredictor;
import io.stimloop.planning.pattern.Rest;
import java.util.function.Consumer;

/**
 * What the planner of an experiment is made from.
 *
 * @param spec       names it
 * @param belief     planned for
 * @param predictor  over the belief, for the spec's candidates
 * @param watch      says whether the model is doubtful
 * @param faults     told of each kind of exception that scoring a candidate threw, once
 * @param speculates whether it may plan ahead
 * @param rest       of the spec's targets; shared by all parts of a planner
 * @param door       that its choices must pass
 */
record PlannerNeeds(ResolvedSpec spec, Belief belief, ResponsePredictor predictor, ModelWatch watch,
        Consumer<Throwable> faults, boolean speculates, Rest rest, Door door) {
    /** Of a planner whose targets have not been lit yet. */
    PlannerNeeds(ResolvedSpec spec, Belief belief, ResponsePredictor predictor, ModelWatch watch,
            Consumer<Throwable> faults, boolean speculates) {
        this(spec, belief, predictor, watch, faults, speculates,
                new Rest(spec.stimulus().pattern().map(PatternPlan::refractoryNanos).orElse(new long[0])),
                Door.OPEN);
    }

    /** The same behind a door. */
    PlannerNeeds behind(Door other) {
        return new PlannerNeeds(spec, belief, predictor, watch, faults, speculates, rest, other);
    }

    /** Of a planner that does not plan ahead itself, for a belief that is expected. */
    PlannerNeeds expecting(Belief expected) {
        return new PlannerNeeds(spec, expected, predictor.over(expected), watch, faults, false);
    }

    /** The same for a planner inside another. */
    PlannerNeeds with(ResolvedSpec nested) {
        return new PlannerNeeds(nested, belief, predictor, watch, faults, speculates, rest, door);
    }
}
