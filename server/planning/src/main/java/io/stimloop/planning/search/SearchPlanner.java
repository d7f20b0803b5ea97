package io.stimloop.planning.search;

import io.stimloop.inference.belief.ResponsePredictor;
import io.stimloop.inference.objective.Aim;
import io.stimloop.inference.objective.StimulusCost;
import io.stimloop.planning.decision.BestTwo;
import io.stimloop.planning.decision.Decision;
import io.stimloop.planning.decision.DecisionSource;
import io.stimloop.planning.decision.Planner;
import io.stimloop.planning.decision.PlanningRequest;
import io.stimloop.planning.decision.Previous;
import io.stimloop.planning.decision.Progress;
import io.stimloop.planning.decision.Reach;
import io.stimloop.planning.decision.RunnerUp;
import io.stimloop.planning.design.Design;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Scores the candidates by the objective, on several threads, takes off their costs, and takes the best of those scored in time;
 * of equals the one with the lowest index. When all were scored, the decision depends on the belief alone
 * and not on time or threads. Not thread safe.
 */
public final class SearchPlanner implements Planner {
    /** Time kept back from the deadline for what comes after the decision: the envelope and the sending. */
    public static final long RESERVE_NANOS = 100_000;

    private final ResponsePredictor predictor;
    private final StimulusCost cost;
    private final double[][] candidates;
    private final Design fallback;
    private final SearchPool pool;
    private final LongSupplier nanoClock;
    private final CandidateOrder order;
    private final Search search;
    private final Reach reach;
    private final double[] utilities;
    private int skipped;
    private long unscorable;

    /**
     * @param predictor     of the responses to the candidates; refreshed at the start of each plan, so that
     *                      whoever changes the belief need not
     * @param aim           what makes a candidate useful, and what it costs
     * @param candidates    one row per candidate stimulus in the predictor's order; not modified, rows are
     *                      handed out in decisions
     * @param fallback      what is presented when the time is up before a candidate was scored
     * @param pool          lends its helpers
     * @param nanoClock     the clock of the requests' deadlines, in nanoseconds; thread safe
     * @param faultReporter told of each type of exception that scoring a candidate threw, once; may be
     *                      called from any thread, must not throw
     * @throws IllegalArgumentException when the candidates are none or not those of the predictor
     */
    public SearchPlanner(ResponsePredictor predictor, Aim aim, double[][] candidates,
            Design fallback, SearchPool pool, LongSupplier nanoClock, Consumer<Throwable> faultReporter) {
        this(predictor, aim, candidates, fallback, pool, nanoClock, faultReporter, Reach.ANY);
    }

    /** Likewise, where not every candidate may follow every trial. */
    public SearchPlanner(ResponsePredictor predictor, Aim aim, double[][] candidates,
            Design fallback, SearchPool pool, LongSupplier nanoClock, Consumer<Throwable> faultReporter,
            Reach reach) {
        if (candidates.length == 0 || candidates.length != predictor.candidates()) {
            throw new IllegalArgumentException("candidates: " + candidates.length
                    + " must be at least 1 and as many as the predictor has (" + predictor.candidates()
                    + ")");
        }
        this.predictor = predictor;
        this.cost = aim.cost();
        this.candidates = candidates;
        this.fallback = fallback;
        this.pool = pool;
        this.nanoClock = nanoClock;
        this.order = new CandidateOrder(candidates.length);
        this.search = new Search(predictor, aim.objective(), pool.threads() - 1, nanoClock,
                new Faults(faultReporter));
        this.reach = reach;
        this.utilities = new double[candidates.length];
        Arrays.fill(utilities, Double.NaN);
    }

    @Override
    public Decision plan(PlanningRequest request) {
        long askedNanos = nanoClock.getAsLong();
        settle();
        Arrays.fill(utilities, Double.NaN);
        skipped = 0;
        long cutoffNanos = request.deadlineNanos() - RESERVE_NANOS;
        if (nanoClock.getAsLong() - cutoffNanos < 0) {
            searchUntil(cutoffNanos);
            takeOffCosts(request.previous());
        }
        return decide(request, askedNanos);
    }

    @Override
    public void settle() {
        search.settle();
    }

    @Override
    public double[] utilities() {
        return utilities.clone();
    }

    /** How often, over all plans, a candidate's utility was NaN or could not be computed. */
    public long unscorable() {
        return unscorable;
    }

    private void searchUntil(long cutoffNanos) {
        predictor.refresh();
        search.open(order.arrange(), cutoffNanos);
        pool.run(search);
        skipped = search.collect(utilities);
        unscorable += skipped;
        order.learn(utilities, search.attempted());
    }

    private void takeOffCosts(Previous previous) {
        for (int candidate = 0; candidate < utilities.length; candidate++) {
            utilities[candidate] = reach.allows(candidate, previous)
                    ? utilities[candidate] - cost.of(candidates[candidate], previous.stimulus())
                    : Double.NEGATIVE_INFINITY;
        }
    }

    private Decision decide(PlanningRequest request, long askedNanos) {
        BestTwo best = BestTwo.of(utilities);
        Progress progress = Progress.of(best.counted(), candidates.length, skipped);
        long now = nanoClock.getAsLong();
        long tookNanos = now - askedNanos;
        long slackNanos = request.deadlineNanos() - now;
        return best.none()
                ? new Decision(fallback.stimulus(request.position()), DecisionSource.FALLBACK, 0, progress,
                        RunnerUp.NONE, tookNanos, slackNanos)
                : new Decision(candidates[best.first()], DecisionSource.SEARCH, utilities[best.first()],
                        progress, best.runnerUp(candidates, utilities), tookNanos, slackNanos);
    }
}
