package io.stimloop.planning.search;

import io.stimloop.inference.belief.BallSearch;
import io.stimloop.inference.objective.Objective;
import io.stimloop.planning.decision.Decision;
import io.stimloop.planning.decision.DecisionSource;
import io.stimloop.planning.decision.Planner;
import io.stimloop.planning.decision.PlanningRequest;
import io.stimloop.planning.decision.Progress;
import io.stimloop.planning.decision.RunnerUp;
import java.util.List;
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
        long askedNanos = nanoClock.getAsLong();
        long cutoffNanos = request.deadlineNanos() - SearchPlanner.RESERVE_NANOS;
        long halfNanos = Math.max(0, cutoffNanos - askedNanos) / 2;
        long keptNanos = Math.min((long) (MARGIN * ballNanos), halfNanos);
        Decision listed = candidates.plan(request.until(request.deadlineNanos() - keptNanos));
        long begunNanos = nanoClock.getAsLong();
        boolean found = ball.search(() -> nanoClock.getAsLong() - cutoffNanos < 0);
        ballNanos = nanoClock.getAsLong() - begunNanos;
        double utility = found ? objective.utility(ball.prediction()) : Double.NaN;
        boolean better = listed.source() != DecisionSource.SEARCH || utility > listed.utility();
        boolean ballWins = found && !Double.isNaN(utility) && better;
        RunnerUp second = ballWins
                ? second(listed)
                : ballSecond(found ? utility : Double.NaN, listed);
        return decision(ballWins ? ball.stimulus() : listed.stimulus(),
                ballWins ? utility : listed.utility(), second, listed, found, askedNanos, request);
    }

    /** The best of the candidates, where there is one. */
    private static RunnerUp second(Decision listed) {
        return listed.source() == DecisionSource.SEARCH
                ? new RunnerUp(listed.stimulus(), listed.utility())
                : RunnerUp.NONE;
    }

    /** The ball's, where it is better than the second of the candidates. */
    private RunnerUp ballSecond(double utility, Decision listed) {
        boolean second = Double.isNaN(listed.runnerUp().utility())
                ? !Double.isNaN(utility)
                : utility > listed.runnerUp().utility();
        return second ? new RunnerUp(ball.stimulus(), utility) : listed.runnerUp();
    }

    /** The ball counts as one candidate more. */
    private Decision decision(double[] stimulus, double utility, RunnerUp second, Decision listed,
            boolean found, long askedNanos, PlanningRequest request) {
        Progress progress = Progress.of(listed.evaluated() + (found ? 1 : 0), listed.candidates() + 1,
                listed.progress().skipped());
        DecisionSource source = progress.evaluated() > 0 ? DecisionSource.SEARCH : listed.source();
        long now = nanoClock.getAsLong();
        return new Decision(stimulus, source, utility, progress, second, now - askedNanos,
                request.deadlineNanos() - now);
    }

    @Override
    public void settle() {
        candidates.settle();
    }

    @Override
    public List<String> warnings() {
        return candidates.warnings();
    }

    @Override
    public double[] utilities() {
        return candidates.utilities();
    }
}
