package io.stimloop.planning.speculation;

import io.stimloop.inference.belief.Belief;
import io.stimloop.planning.decision.Planner;
import io.stimloop.planning.pool.Crew;
import java.util.function.LongSupplier;

/** Makes planners that plan for a belief that is expected. Any thread. */
public interface Ahead {
    /**
     * One that decides as the experiment's own planner would.
     *
     * @param expected  what will be believed
     * @param nanoClock of the deadlines
     * @param crew      does the work
     */
    Planner over(Belief expected, LongSupplier nanoClock, Crew crew);
}
