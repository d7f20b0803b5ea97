package io.stimloop.planning.mixture;

import io.stimloop.planning.decision.Decision;
import io.stimloop.planning.decision.Foresight;
import io.stimloop.planning.decision.Planner;
import io.stimloop.planning.decision.PlanningRequest;
import io.stimloop.planning.decision.Preparation;
import io.stimloop.planning.design.Design;
import io.stimloop.planning.design.DesignPlanner;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A search that lets a design have the first trials and a share of the later ones. What a search never looks at, a
 * design does: under a model that is wrong, a pure search asks only where the wrong model is informed. Not thread safe.
 */
public final class MixedPlanner implements Planner {
    private static final long NOWHERE = -1;

    private final Design opening;
    private final long openingTrials;
    private final Design balanced;
    private final long balancedTrials;
    private final DoubleSupplier share;
    private final Planner search;
    private final LongSupplier nanoClock;

    private long position = NOWHERE;
    private double credit;
    private long balancedSoFar;
    private boolean balancedTurn;
    private boolean searched;

    /**
     * A mixture of trials of an opening, then of a balanced design, then of the search with a share of the balanced
     * design, spread evenly.
     *
     * @param opening        presented first
     * @param openingTrials  how many trials, from 0
     * @param balanced       presented next and later
     * @param balancedTrials how many trials at once after the opening, from 0
     * @param share          fraction of the later trials that are balanced, from 0 to 1; asked once for each trial
     * @param search         plans the others
     * @param nanoClock      the clock of the requests' deadlines, in nanoseconds
     */
    public MixedPlanner(Design opening, long openingTrials, Design balanced, long balancedTrials,
            DoubleSupplier share, Planner search, LongSupplier nanoClock) {
        this.opening = opening;
        this.openingTrials = openingTrials;
        this.balanced = balanced;
        this.balancedTrials = balancedTrials;
        this.share = share;
        this.search = search;
        this.nanoClock = nanoClock;
    }

    @Override
    public Decision plan(PlanningRequest request) {
        Decision designed = designed(request);
        return designed == null ? search.plan(request) : designed;
    }

    @Override
    public @Nullable Decision ready(PlanningRequest request) {
        Decision designed = designed(request);
        return designed == null ? search.ready(request) : designed;
    }

    /** That of a design, if it is a design's turn. */
    private @Nullable Decision designed(PlanningRequest request) {
        searched = false;
        if (request.position() < openingTrials) {
            return present(opening, request.position(), request);
        }
        if (request.position() < openingTrials + balancedTrials) {
            return present(balanced, request.position() - openingTrials, request);
        }
        takeTurn(request.position());
        searched = !balancedTurn;
        return balancedTurn ? present(balanced, balancedTrials + balancedSoFar - 1, request) : null;
    }

    @Override
    public void prepare(Preparation next) {
        search.prepare(next);
    }

    @Override
    public void sent() {
        if (searched) {
            search.sent();
        }
    }

    @Override
    public Optional<Foresight> foresight() {
        return searched ? search.foresight() : Optional.empty();
    }

    @Override
    public void settle() {
        search.settle();
    }

    @Override
    public List<String> warnings() {
        return search.warnings();
    }

    @Override
    public String reason() {
        return searched ? search.reason() : "";
    }

    @Override
    public double[] utilities() {
        return searched ? search.utilities() : new double[0];
    }

    /** Whose turn a trial is; the same when it is asked for again after it was dropped as invalid. */
    private void takeTurn(long wanted) {
        if (wanted == position) {
            return;
        }
        position = wanted;
        credit += share.getAsDouble();
        balancedTurn = credit >= 1;
        if (balancedTurn) {
            credit -= 1;
            balancedSoFar++;
        }
    }

    private Decision present(Design design, long place, PlanningRequest request) {
        return new DesignPlanner(design, nanoClock).plan(request.at(place));
    }
}
