package io.stimloop.control.experiment;

import io.stimloop.control.spec.PatternPlan;
import io.stimloop.control.spec.StimulusPlan;
import io.stimloop.inference.objective.Aim;
import io.stimloop.planning.decision.Planner;
import io.stimloop.planning.decision.Reach;
import io.stimloop.planning.pattern.AimValue;
import io.stimloop.planning.pattern.PatternPlanner;
import io.stimloop.planning.pattern.RestReach;
import io.stimloop.planning.pattern.RestingPlanner;
import io.stimloop.planning.pool.Crew;
import java.util.function.LongSupplier;

/**
 * Makes the parts of a planner that know of targets.
 *
 * @param needs     of the planner
 * @param crew      does the searching
 * @param nanoClock of the deadlines and the commands
 */
record PatternPlanners(PlannerNeeds needs, Crew crew, LongSupplier nanoClock) {
    private StimulusPlan stimulus() {
        return needs.spec().stimulus();
    }

    private boolean rests() {
        return stimulus().pattern().map(PatternPlan::rests).orElse(false);
    }

    /** Which candidates may follow the trial before, where movement and rest allow it. */
    Reach reach(Reach movement) {
        if (!rests()) {
            return movement;
        }
        Reach resting = new RestReach(needs.rest(), stimulus().candidates());
        return (candidate, previous) -> movement.allows(candidate, previous)
                && resting.allows(candidate, previous);
    }

    /** A search of all patterns, after one of the candidates. */
    Planner all(Planner candidates, int beamWidth) {
        Aim aim = needs.spec().aim();
        AimValue value = new AimValue(needs.belief().anywhere(aim.objective().question()).orElseThrow(), aim);
        return new PatternPlanner(candidates, stimulus().candidates(), value,
                stimulus().pattern().orElseThrow().rules(), needs.rest(), beamWidth, crew, nanoClock,
                needs.faults());
    }

    /** A planner that lets targets rest, where any must. */
    Planner resting(Planner planner) {
        return rests() ? new RestingPlanner(planner, needs.rest(), nanoClock) : planner;
    }
}
