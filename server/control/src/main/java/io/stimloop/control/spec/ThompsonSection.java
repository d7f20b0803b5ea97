package io.stimloop.control.spec;

import io.stimloop.inference.objective.ResponseSeeking;

/** Where Thompson sampling has a meaning. */
final class ThompsonSection {
    private ThompsonSection() {}

    /** Reads it. */
    static PlanningMethod read(PlannerContext context, Faults at) {
        at.require(context.aim().objective() instanceof ResponseSeeking,
                "needs an objective that says which responses are best: probabilityOfImprovement, "
                        + "expectedImprovement, targetResponse or levelSet");
        int candidates = context.stimulus().candidates().length;
        context.model().source().ifPresent(source -> at.require(candidates == 0
                || source.drawsCurves(candidates),
                "cannot draw responses to "
                        + Wording.number(candidates) + " candidates from this model's belief: "
                        + (source.drawsCurves(1) ? "use fewer" : "use a search")));
        return new PlanningMethod.Thompson();
    }
}
