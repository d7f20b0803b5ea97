package io.stimloop.planning.design;

import io.stimloop.planning.decision.Decision;
import io.stimloop.planning.decision.DecisionSource;
import io.stimloop.planning.decision.Planner;
import io.stimloop.planning.decision.PlanningRequest;
import java.util.function.LongSupplier;

/** Presents a design trial by trial, whatever is believed. Not thread safe. */
public final class DesignPlanner implements Planner {
    private final Design design;
    private final LongSupplier nanoClock;

    /**
     * @param design    what to present
     * @param nanoClock the clock of the requests' deadlines, in nanoseconds
     */
    public DesignPlanner(Design design, LongSupplier nanoClock) {
        this.design = design;
        this.nanoClock = nanoClock;
    }

    @Override
    public Decision plan(PlanningRequest request) {
        long begunNanos = nanoClock.getAsLong();
        double[] stimulus = design.stimulus(request.position());
        long now = nanoClock.getAsLong();
        return Decision.unscored(stimulus, DecisionSource.DESIGN, design.size(), now - begunNanos,
                request.deadlineNanos() - now);
    }

    /** What is believed makes no difference. */
    @Override
    public Decision ready(PlanningRequest request) {
        return plan(request);
    }
}
