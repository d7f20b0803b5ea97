package io.stimloop.planning.lookahead;

import io.stimloop.inference.objective.Aim;
import io.stimloop.planning.decision.Candidates;
import io.stimloop.planning.decision.Previous;
import java.util.Arrays;

/**
 * What does not change while a future is explored.
 *
 * @param candidates to choose from, and which may follow which
 * @param presented  each candidate as the trial before
 * @param aim        what makes a candidate useful, and what it costs
 * @param branching  which responses are followed up
 * @param units      of a response
 * @param ceiling    how much can be hoped for
 */
record Outlook(Candidates candidates, Previous[] presented, Aim aim, Branching branching, int units,
        Ceiling ceiling) {
    Outlook(Candidates candidates, Aim aim, Branching branching, int units, Ceiling ceiling) {
        this(candidates,
                Arrays.stream(candidates.stimuli()).map(Previous::presented).toArray(Previous[]::new),
                aim, branching, units, ceiling);
    }

    /** One row per candidate; not to be modified. */
    double[][] stimuli() {
        return candidates.stimuli();
    }
}
