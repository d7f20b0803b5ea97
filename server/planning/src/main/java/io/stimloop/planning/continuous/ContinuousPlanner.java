package io.stimloop.planning.continuous;

import io.stimloop.inference.objective.Aim;
import io.stimloop.planning.decision.Decision;
import io.stimloop.planning.decision.DecisionSource;
import io.stimloop.planning.decision.Planner;
import io.stimloop.planning.decision.PlanningRequest;
import io.stimloop.planning.decision.Progress;
import io.stimloop.planning.decision.RunnerUp;
import io.stimloop.planning.pool.Crew;
import io.stimloop.planning.pool.Faults;
import io.stimloop.planning.search.SearchPlanner;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Searches the candidates of a continuous space and then, in the time that is left, uphill from the best of them and from
 * the last trials' optima; takes the best of all. The candidates leave the climbing what it took the last time, but never
 * more than half of the time. The decision depends on the belief, the trials before and how many stimuli were evaluated,
 * and not on time or threads otherwise. Not thread safe.
 */
public final class ContinuousPlanner implements Planner {
    private static final double MARGIN = 1.25;
    /** Optima nearer than this fraction of an axis are the same. */
    private static final double SAME = 1e-3;

    private final Planner candidates;
    private final Climber climber;
    private final LongSupplier nanoClock;
    private long climbNanos;

    /**
     * Makes a planner.
     *
     * @param candidates    searches them; refreshes what it asks of the belief
     * @param space         all stimuli, and what is predicted of them
     * @param aim           what makes a stimulus useful, and what it costs
     * @param refinement    how to go on from the candidates
     * @param seed          of what is drawn
     * @param crew          does the evaluations
     * @param nanoClock     the clock of the requests' deadlines, in nanoseconds; thread safe
     * @param faultReporter told of each type of exception that evaluating a stimulus threw, once; may be called from any
     *                      thread, must not throw
     * @throws IllegalArgumentException when every value of the space is listed
     */
    public ContinuousPlanner(Planner candidates, SearchedSpace space, Aim aim, Refinement refinement,
            long seed, Crew crew, LongSupplier nanoClock, Consumer<Throwable> faultReporter) {
        if (space.box().continuous().length == 0) {
            throw new IllegalArgumentException("space: has no continuous dimension");
        }
        this.candidates = candidates;
        this.nanoClock = nanoClock;
        Reference reference = new Reference(space.listed(), aim.objective().question());
        Faults faults = new Faults(faultReporter);
        Evaluator evaluator = new Evaluator(
                () -> new Evaluation(space.anywhere().newView(), aim.objective(), reference, faults),
                aim.cost(), crew, nanoClock, faults);
        this.climber = new Climber(space, refinement, seed, evaluator);
    }

    @Override
    public Decision plan(PlanningRequest request) {
        long askedNanos = nanoClock.getAsLong();
        climber.settle();
        long cutoffNanos = request.deadlineNanos() - SearchPlanner.RESERVE_NANOS;
        long halfNanos = Math.max(0, cutoffNanos - askedNanos) / 2;
        long keptNanos = Math.min((long) (MARGIN * climbNanos), halfNanos);
        Decision listed = candidates.plan(request.until(request.deadlineNanos() - keptNanos));
        long begunNanos = nanoClock.getAsLong();
        List<Optimum> optima = begunNanos - cutoffNanos < 0
                ? climber.climb(request, candidates.utilities(), cutoffNanos)
                : List.of();
        climbNanos = nanoClock.getAsLong() - begunNanos;
        return decide(listed, optima, askedNanos, request);
    }

    private Decision decide(Decision listed, List<Optimum> optima, long askedNanos, PlanningRequest request) {
        boolean searched = listed.source() == DecisionSource.SEARCH;
        Optimum best = optima.isEmpty() ? Optimum.NONE : optima.getFirst();
        boolean refined = !best.none() && !(searched && listed.utility() >= best.utility());
        Progress counted = progress(listed.progress());
        RunnerUp second = runnerUp(listed, refined, optima);
        long now = nanoClock.getAsLong();
        return new Decision(refined ? best.stimulus() : listed.stimulus(),
                refined ? DecisionSource.SEARCH : listed.source(),
                refined ? best.utility() : listed.utility(), counted, second, now - askedNanos,
                request.deadlineNanos() - now);
    }

    /** A stimulus that was evaluated counts as one candidate more. What was not evaluated cannot be bounded. */
    private Progress progress(Progress listed) {
        return new Progress(listed.evaluated() + climber.evaluated(),
                listed.candidates() + climber.evaluated() + climber.skipped(),
                listed.skipped() + climber.skipped(), Double.NaN);
    }

    /** The best of the candidates and of the other optima; not what is as good as the same stimulus. */
    private RunnerUp runnerUp(Decision listed, boolean refined, List<Optimum> optima) {
        RunnerUp second = refined && listed.source() == DecisionSource.SEARCH
                ? new RunnerUp(listed.stimulus(), listed.utility())
                : listed.runnerUp();
        double[] chosen = refined ? optima.getFirst().stimulus() : listed.stimulus();
        for (Optimum optimum : optima) {
            boolean better = !(second.utility() >= optimum.utility());
            if (better && climber.apart(optimum.stimulus(), chosen) > SAME) {
                second = new RunnerUp(optimum.stimulus(), optimum.utility());
            }
        }
        return second;
    }

    @Override
    public void settle() {
        candidates.settle();
        climber.settle();
    }

    @Override
    public double[] utilities() {
        return candidates.utilities();
    }

    @Override
    public List<String> warnings() {
        return candidates.warnings();
    }
}
