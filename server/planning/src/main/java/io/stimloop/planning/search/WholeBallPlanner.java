package io.stimloop.planning.search;

import io.stimloop.inference.belief.BallSearch;
import io.stimloop.inference.objective.Objective;
import io.stimloop.planning.decision.Decision;
import io.stimloop.planning.decision.DecisionSource;
import io.stimloop.planning.decision.Planner;
import io.stimloop.planning.decision.PlanningRequest;
import java.util.function.LongSupplier;

/**
 * Searches the candidates and then, in the time that is left, all stimuli of the allowed length, and takes the better
 * of the two. The candidates leave the other search what it took the last time, but never more than half of the time:
 * where that is not enough, the decision is theirs. Not thread safe.
 */
public final class WholeBallPlanner implements Planner {
    private static final double MARGIN = 1.25;

    private final Planner candidates;
    private final BallSearch ball;
    private final Objective objective;
    private final LongSupplier nanoClock;
    private long ballNanos;

    /**
     * @param candidates searches them; refreshes what it asks of the belief
     * @param ball       of the same belief
     * @param objective  what makes a stimulus useful
     * @param nanoClock  the clock of the requests' deadlines, in nanoseconds
     */
    public WholeBallPlanner(Planner candidates, BallSearch ball, Objective objective,
            LongSupplier nanoClock) {
        this.candidates = candidates;
        this.ball = ball;
        this.objective = objective;
        this.nanoClock = nanoClock;
    }

    @Override
    public Decision plan(PlanningRequest request) {
        long cutoffNanos = request.deadlineNanos() - SearchPlanner.RESERVE_NANOS;
        long halfNanos = Math.max(0, cutoffNanos - nanoClock.getAsLong()) / 2;
        long keptNanos = Math.min((long) (MARGIN * ballNanos), halfNanos);
        Decision listed = candidates.plan(
                new PlanningRequest(request.position(), request.deadlineNanos() - keptNanos,
                        request.before()));
        long begunNanos = nanoClock.getAsLong();
        boolean found = ball.search(() -> nanoClock.getAsLong() - cutoffNanos < 0);
        ballNanos = nanoClock.getAsLong() - begunNanos;
        double utility = found ? objective.utility(ball.prediction()) : Double.NaN;
        boolean better = listed.source() != DecisionSource.SEARCH || utility > listed.utility();
        return found && !Double.isNaN(utility) && better
                ? decision(ball.stimulus(), utility, listed, 1, request)
                : decision(listed.stimulus(), listed.utility(), listed, found ? 1 : 0, request);
    }

    /** The ball counts as one candidate more. */
    private Decision decision(double[] stimulus, double utility, Decision listed, int more,
            PlanningRequest request) {
        int evaluated = listed.evaluated() + more;
        return new Decision(stimulus, evaluated > 0 ? DecisionSource.SEARCH : listed.source(), utility,
                evaluated,
                listed.candidates() + 1, request.deadlineNanos() - nanoClock.getAsLong());
    }

    @Override
    public void settle() {
        candidates.settle();
    }
}
