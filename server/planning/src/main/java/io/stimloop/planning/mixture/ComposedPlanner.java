package io.stimloop.planning.mixture;

import io.stimloop.planning.decision.Decision;
import io.stimloop.planning.decision.Foresight;
import io.stimloop.planning.decision.Planner;
import io.stimloop.planning.decision.PlanningRequest;
import io.stimloop.planning.decision.Preparation;
import io.stimloop.planning.decision.Previous;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Several planners that take turns by a {@link Rota}. Each counts only its own trials: its request has the place among
 * those, so that a design goes on where it stopped. Not thread safe.
 */
public final class ComposedPlanner implements Planner {
    private static final int NOBODY = -1;

    private final String kind;
    private final List<Planner> planners;
    private final Rota rota;
    private final long[] turns;
    private long counted;
    private int current = NOBODY;

    /**
     * Before the first trial.
     *
     * @param kind     what it is called, for people
     * @param planners at least one
     * @param rota     gives indices of the planners
     */
    public ComposedPlanner(String kind, List<Planner> planners, Rota rota) {
        this.kind = kind;
        this.planners = List.copyOf(planners);
        this.rota = rota;
        this.turns = new long[planners.size()];
    }

    @Override
    public Decision plan(PlanningRequest request) {
        settle();
        return whoseTurn(request).plan(request.at(turns[current] - 1));
    }

    @Override
    public @Nullable Decision ready(PlanningRequest request) {
        return whoseTurn(request).ready(request.at(turns[current] - 1));
    }

    @Override
    public void prepare(Preparation next) {
        if (next.position() == counted) {
            int coming = rota.planner(counted);
            planners.get(coming)
                    .prepare(new Preparation(turns[coming], next.stimulus(), next.commandedNanos()));
        }
    }

    @Override
    public void sent() {
        planners.get(current).sent();
    }

    @Override
    public Optional<Foresight> foresight() {
        return current == NOBODY ? Optional.empty() : planners.get(current).foresight();
    }

    private Planner whoseTurn(PlanningRequest request) {
        int before = current;
        takeTurn(request.position());
        if (before != NOBODY && before != current) {
            planners.get(before).observe(request.previous());
        }
        return planners.get(current);
    }

    /** Counts the turns up to a trial: once, however often it is asked for. */
    private void takeTurn(long position) {
        if (position < counted - 1) {
            Arrays.fill(turns, 0);
            counted = 0;
        }
        while (counted <= position) {
            current = rota.planner(counted);
            turns[current]++;
            counted++;
        }
    }

    @Override
    public void settle() {
        planners.forEach(Planner::settle);
    }

    @Override
    public void observe(Previous trial) {
        if (current != NOBODY) {
            planners.get(current).observe(trial);
        }
    }

    @Override
    public double[] utilities() {
        return current == NOBODY ? new double[0] : planners.get(current).utilities();
    }

    @Override
    public List<String> warnings() {
        return planners.stream().flatMap(planner -> planner.warnings().stream()).distinct().toList();
    }

    @Override
    public String reason() {
        if (current == NOBODY) {
            return "";
        }
        String turn = kind + ", turn of planner " + (current + 1) + " of " + planners.size();
        String inside = planners.get(current).reason();
        return inside.isEmpty() ? turn : turn + "; " + inside;
    }
}
