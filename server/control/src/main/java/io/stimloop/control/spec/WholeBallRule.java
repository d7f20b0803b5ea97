package io.stimloop.control.spec;

import io.stimloop.inference.objective.StimulusCost;

/** Where a search of the whole ball of stimuli is possible. */
final class WholeBallRule {
    private WholeBallRule() {}

    /** Reports what stands against the search. */
    static void check(PlannerContext context, Faults at) {
        StimulusPlan stimulus = context.stimulus();
        if (stimulus.dimensions().isEmpty() || context.model().source().isEmpty()) {
            return;
        }
        if (!at.require(stimulus.vector(), "needs a stimulus of bounded length: use stimulus.vector")) {
            return;
        }
        at.require(context.model().source().get().searchesBall(context.aim().objective().question()),
                "is possible for the model glm with one neuron and the objective infomax only");
        at.require(context.aim().cost().equals(StimulusCost.NONE),
                "cannot take objective.cost into account: leave one of them out");
        SafetySettings safety = context.check().safety();
        boolean wide = true;
        for (int d = 0; d < safety.min().length; d++) {
            wide &= !(safety.min()[d] > -stimulus.maxNorm()) && !(safety.max()[d] < stimulus.maxNorm());
        }
        at.require(wide, "cannot keep within safety.limits that are narrower than stimulus.vector.maxNorm ("
                + Wording.number(stimulus.maxNorm()) + ")");
    }
}
