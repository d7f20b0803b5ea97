package io.stimloop.planning.lookahead;

import io.stimloop.inference.belief.Belief;
import io.stimloop.inference.belief.BeliefSource;
import io.stimloop.inference.belief.ResponsePredictor;
import io.stimloop.inference.objective.Aim;
import io.stimloop.planning.decision.BestTwo;
import io.stimloop.planning.decision.Candidates;
import io.stimloop.planning.decision.Decision;
import io.stimloop.planning.decision.DecisionSource;
import io.stimloop.planning.decision.Planner;
import io.stimloop.planning.decision.PlanningRequest;
import io.stimloop.planning.decision.Progress;
import io.stimloop.planning.pool.Crew;
import io.stimloop.planning.pool.Faults;
import io.stimloop.planning.search.SearchPlanner;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

/**
 * Looks several trials ahead for as long as there is time: the one-step search first, whole, so that there is always a
 * decision; then the candidates that are best by themselves to a depth of two trials, of three, and so on
 * (iterative deepening), the most promising first at each depth.
 *
 * <p>Values of different depths are never compared. A depth is decided among the candidates that were finished at it, from
 * the first in the order up to the one at which time ran out. Since the best of the depth before is the first in the
 * order, an unfinished depth can but confirm it or replace it by a candidate that is better as far as is looked
 * now. With one step, the decision is that of the one-step search, bit for bit.
 *
 * <p>The choice and its utility are the same on any number of threads. Which of the candidates that cannot be the best are
 * given up before their value is known is not, and so neither is the bound on what was left.
 *
 * <p>Not thread safe.
 */
public final class LookaheadPlanner implements Planner {
    /** A request with more time than any deadline leaves has no deadline: a study. */
    private static final long NO_DEADLINE_NANOS = 60_000_000_000L;
    /** Beliefs looked at for a decision without a deadline, where the width is left to the time. */
    private static final double UNHURRIED_BELIEFS = 10_000;

    private final Planner search;
    private final Belief belief;
    private final Outlook outlook;
    private final Horizon horizon;
    private final List<Depth> passes;
    private final LongSupplier nanoClock;
    private final Faults faults;
    private final ResponsePredictor.View view;
    private final Patience patience;
    private final Expedition expedition;
    private double[] utilities = {};

    /**
     * @param search        one step ahead, over the same candidates; refreshes the predictor
     * @param source        of the belief
     * @param belief        what is believed now; read in plans
     * @param predictor     of the responses to the candidates
     * @param aim           what makes a candidate useful, and what it costs
     * @param candidates    in the predictor's order; their reach is asked about trials of which only the stimulus is known
     * @param horizon       how far and how broadly
     * @param seed          of what is drawn to stand for the responses
     * @param crew          does the work; each of its seats has beliefs of its own
     * @param nanoClock     the clock of the requests' deadlines, in nanoseconds; thread safe
     * @param faultReporter told of each type of exception that looking ahead threw, once
     */
    public LookaheadPlanner(Planner search, BeliefSource source, Belief belief, ResponsePredictor predictor,
            Aim aim, Candidates candidates, Horizon horizon, long seed, Crew crew, LongSupplier nanoClock,
            Consumer<Throwable> faultReporter) {
        this.search = search;
        this.belief = belief;
        this.horizon = horizon;
        this.nanoClock = nanoClock;
        faults = new Faults(faultReporter);
        view = predictor.newView();
        Branching branching = Branching.of(source, view.predict(0), horizon.branches(), seed);
        outlook = new Outlook(candidates, aim, branching, source.responses().units(),
                new Ceiling(aim.objective().mostPerTrial(source.responses()), aim.objective(),
                        branching.exact()));
        passes = Depth.passes(horizon, candidates.size());
        patience = new Patience(nanoClock);
        expedition = new Expedition(() -> Stream
                .generate(() -> new Explorer(outlook, belief, predictor, horizon.steps(),
                        new Patience(nanoClock)))
                .limit(crew.seats()).toArray(Explorer[]::new), crew, aim.objective().prompt(), nanoClock,
                faults);
    }

    @Override
    public Decision plan(PlanningRequest request) {
        long askedNanos = nanoClock.getAsLong();
        Decision decision = search.plan(request);
        utilities = search.utilities();
        expedition.settle();
        if (!horizon.ahead() || !expedition.possible() || decision.source() != DecisionSource.SEARCH) {
            return decision;
        }
        Standing standing = new Standing(utilities);
        Progress progress = deepen(request, standing, decision.progress());
        utilities = standing.values();
        BestTwo best = BestTwo.of(utilities);
        long now = nanoClock.getAsLong();
        return new Decision(outlook.stimuli()[best.first()], DecisionSource.SEARCH,
                utilities[best.first()], progress, best.runnerUp(outlook.stimuli(), utilities),
                now - askedNanos, request.deadlineNanos() - now);
    }

    private Progress deepen(PlanningRequest request, Standing standing, Progress oneStep) {
        long cutoffNanos = request.deadlineNanos() - SearchPlanner.RESERVE_NANOS;
        patience.until(cutoffNanos);
        Allowance allowance = allowance(request, standing.reachable());
        NextResponses responses = new NextResponses(outlook, belief, view);
        int evaluated = oneStep.evaluated();
        int candidates = oneStep.candidates();
        for (Depth depth : passes) {
            int[] wanted = standing.next(depth.width());
            candidates += wanted.length;
            if (!find(responses, wanted)) {
                break;
            }
            Pass pass = new Pass(outlook, belief, depth, allowance.take(wanted, responses, depth), utilities,
                    responses);
            boolean quiet = expedition.run(pass, cutoffNanos);
            pass.fault().ifPresent(faults::report);
            standing.adopt(pass, depth.steps());
            evaluated += pass.counted();
            if (pass.counted() < wanted.length || !quiet || exhausted(depth, standing)) {
                break;
            }
        }
        double ahead = outlook.ceiling().ahead(belief, standing.steps() - 1);
        double bound = standing.bound(ahead);
        return new Progress(evaluated, candidates, oneStep.skipped(),
                bound == Double.POSITIVE_INFINITY ? Double.NaN : bound);
    }

    private Allowance allowance(PlanningRequest request, int reachable) {
        boolean unhurried = request.deadlineNanos() - nanoClock.getAsLong() > NO_DEADLINE_NANOS;
        return new Allowance(unhurried && horizon.candidates() == 0
                ? UNHURRIED_BELIEFS
                : Double.POSITIVE_INFINITY, reachable, outlook.branching().most());
    }

    /** Whether every candidate was followed up to the greatest depth, so that a broader pass would find the same. */
    private boolean exhausted(Depth depth, Standing standing) {
        return depth.steps() == horizon.steps() && standing.reachable() <= depth.width()
                && !expedition.narrowed();
    }

    private boolean find(NextResponses responses, int[] candidates) {
        try {
            return responses.find(candidates, patience);
        } catch (Throwable fault) {
            faults.report(fault);
            return false;
        }
    }

    /** Beliefs looked at over all plans. */
    public long beliefs() {
        return expedition.beliefs();
    }

    @Override
    public void settle() {
        search.settle();
        expedition.settle();
    }

    @Override
    public double[] utilities() {
        return utilities.clone();
    }

    @Override
    public List<String> warnings() {
        return search.warnings();
    }
}
