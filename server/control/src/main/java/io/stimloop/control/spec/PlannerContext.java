package io.stimloop.control.spec;

import io.stimloop.inference.objective.Aim;
import io.stimloop.v1.ExperimentSpec;

/**
 * What a planner must be read together with.
 *
 * @param spec   as sent
 * @param check  what can be presented, and within which limits
 * @param model  as far as it could be read
 * @param aim    what makes a stimulus useful
 */
record PlannerContext(ExperimentSpec spec, StimulusCheck check, ModelDraft model, Aim aim) {
    /** What can be presented; without dimensions when it was at fault. */
    StimulusPlan stimulus() {
        return check.stimulus();
    }
}
