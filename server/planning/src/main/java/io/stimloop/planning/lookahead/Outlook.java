package io.stimloop.planning.lookahead;

import io.stimloop.inference.objective.Aim;
import io.stimloop.planning.decision.Previous;
import io.stimloop.planning.decision.Reach;
import java.util.Arrays;

/**
 * What does not change while a future is explored.
 *
 * @param candidates one row per candidate stimulus; not to be modified
 * @param presented  each candidate as the trial before
 * @param aim        what makes a candidate useful, and what it costs
 * @param reach      which candidate may follow which trial
 * @param branching  which responses are followed up
 * @param units      of a response
 * @param ceiling    how much can be hoped for
 */
record Outlook(double[][] candidates, Previous[] presented, Aim aim, Reach reach, Branching branching,
        int units, Ceiling ceiling) {
    Outlook(double[][] candidates, Aim aim, Reach reach, Branching branching, int units, Ceiling ceiling) {
        this(candidates, Arrays.stream(candidates).map(Previous::presented).toArray(Previous[]::new), aim,
                reach, branching, units, ceiling);
    }
}
