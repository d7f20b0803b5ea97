package io.stimloop.planning.movement;

import io.stimloop.planning.decision.Decision;
import io.stimloop.planning.decision.Foresight;
import io.stimloop.planning.decision.Planner;
import io.stimloop.planning.decision.PlanningRequest;
import io.stimloop.planning.decision.Preparation;
import io.stimloop.planning.decision.Previous;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeps any planner within the limits of movement: where it chose what cannot be reached, as a design or a fallback
 * does that knows of no limits, the reachable candidate nearest to its choice is presented, and a blank where none is
 * reachable. A blank moves nothing: after it the planner is told of the stimulus that the apparatus still stands at.
 * Not thread safe.
 */
public final class MovingPlanner implements Planner {
    private static final double[] BLANK = {};
    private static final int NONE = -1;

    private final Planner planner;
    private final MovementLimits limits;
    private final double[][] candidates;
    private double[] standing = BLANK;
    private long blanks;
    private boolean moved;

    /**
     * @param planner    chooses; a search should know the limits itself
     * @param candidates one row per candidate stimulus; not modified
     */
    public MovingPlanner(Planner planner, MovementLimits limits, double[][] candidates) {
        this.planner = planner;
        this.limits = limits;
        this.candidates = candidates;
    }

    @Override
    public Decision plan(PlanningRequest request) {
        moved = false;
        return within(planner.plan(fromWhereItStands(request)));
    }

    @Override
    public @Nullable Decision ready(PlanningRequest request) {
        moved = false;
        Decision chosen = planner.ready(fromWhereItStands(request));
        return chosen == null ? null : within(chosen);
    }

    /** A blank moves nothing. */
    private PlanningRequest fromWhereItStands(PlanningRequest request) {
        standing = request.before().length > 0 ? request.before() : standing;
        Previous previous = new Previous(standing, request.previous().response(),
                request.previous().commandedNanos());
        return new PlanningRequest(request.position(), request.deadlineNanos(), previous);
    }

    private Decision within(Decision chosen) {
        if (chosen.stimulus().length == 0 || limits.allow(standing, chosen.stimulus())) {
            return chosen;
        }
        int nearest = nearestTo(chosen.stimulus());
        moved = true;
        blanks += nearest == NONE ? 1 : 0;
        return Decision.unscored(nearest == NONE ? BLANK : candidates[nearest], chosen.source(),
                chosen.candidates(),
                chosen.tookNanos(), chosen.slackNanos());
    }

    @Override
    public void prepare(Preparation next) {
        planner.prepare(next);
    }

    @Override
    public void sent() {
        planner.sent();
    }

    @Override
    public Optional<Foresight> foresight() {
        return planner.foresight();
    }

    /** Of those that can be reached, and of equals the first. */
    private int nearestTo(double[] wanted) {
        int nearest = NONE;
        double least = Double.POSITIVE_INFINITY;
        for (int candidate = 0; candidate < candidates.length; candidate++) {
            double apart = limits.apart(wanted, candidates[candidate]);
            if (apart < least && limits.allow(standing, candidates[candidate])) {
                nearest = candidate;
                least = apart;
            }
        }
        return nearest;
    }

    @Override
    public void settle() {
        planner.settle();
    }

    @Override
    public void observe(Previous trial) {
        planner.observe(trial);
    }

    @Override
    public double[] utilities() {
        return planner.utilities();
    }

    @Override
    public String reason() {
        String chosen = planner.reason();
        return moved
                ? (chosen.isEmpty() ? "" : chosen + "; ")
                        + "its choice was out of reach, the nearest was taken"
                : chosen;
    }

    @Override
    public List<String> warnings() {
        List<String> all = new ArrayList<>(planner.warnings());
        if (blanks > 0) {
            all.add("stimulus: no candidate was within maxStep of the last stimulus, so a blank was presented ("
                    + blanks + " so far)");
        }
        return List.copyOf(all);
    }
}
