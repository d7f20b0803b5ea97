package io.stimloop.planning.pattern;

import io.stimloop.planning.decision.Decision;
import io.stimloop.planning.decision.Planner;
import io.stimloop.planning.decision.PlanningRequest;
import io.stimloop.planning.decision.Previous;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * Lets targets rest, whoever plans: where a design or a fallback, which know nothing of it, light a target that must rest,
 * the others of the pattern are presented, or a blank where there are none. Not thread safe.
 */
public final class RestingPlanner implements Planner {
    private final Planner planner;
    private final Rest rest;
    private final LongSupplier nanoClock;
    private long thinned;
    private long blanks;

    /**
     * @param planner   chooses; a search should know of the rest itself
     * @param rest      kept up here, at the beginning of every plan
     * @param nanoClock that commands are timed by, in nanoseconds
     */
    public RestingPlanner(Planner planner, Rest rest, LongSupplier nanoClock) {
        this.planner = planner;
        this.rest = rest;
        this.nanoClock = nanoClock;
    }

    @Override
    public Decision plan(PlanningRequest request) {
        rest.update(request.previous(), nanoClock.getAsLong());
        Decision chosen = planner.plan(request);
        if (rest.allows(chosen.stimulus())) {
            return chosen;
        }
        double[] left = rest.thinned(chosen.stimulus());
        thinned += left.length > 0 ? 1 : 0;
        blanks += left.length == 0 ? 1 : 0;
        return Decision.unscored(left, chosen.source(), chosen.candidates(), chosen.tookNanos(),
                chosen.slackNanos());
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
    public String reason() {
        return planner.reason();
    }

    @Override
    public double[] utilities() {
        return planner.utilities();
    }

    @Override
    public List<String> warnings() {
        List<String> all = new ArrayList<>(planner.warnings());
        if (thinned + blanks > 0) {
            all.add("refractory: stimuli lit targets that had to rest: " + thinned
                    + " were presented without them, and a blank instead of " + blanks + " so far");
        }
        return List.copyOf(all);
    }
}
