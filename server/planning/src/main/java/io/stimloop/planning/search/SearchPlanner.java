package io.stimloop.planning.search;

import io.stimloop.inference.belief.ResponsePredictor;
import io.stimloop.inference.objective.Aim;
import io.stimloop.inference.objective.StimulusCost;
import io.stimloop.planning.decision.BestTwo;
import io.stimloop.planning.decision.Candidates;
import io.stimloop.planning.decision.Decision;
import io.stimloop.planning.decision.DecisionSource;
import io.stimloop.planning.decision.Planner;
import io.stimloop.planning.decision.PlanningRequest;
import io.stimloop.planning.decision.Preparation;
import io.stimloop.planning.decision.Previous;
import io.stimloop.planning.decision.Progress;
import io.stimloop.planning.decision.RunnerUp;
import io.stimloop.planning.design.Design;
import io.stimloop.planning.pool.Crew;
import io.stimloop.planning.pool.Faults;
import io.stimloop.planning.pool.RepeatedJob;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Scores the candidates that may follow the trial before by the objective, on several threads, takes off their costs, and
 * takes the best of those scored in time; of equals the one with the lowest index. The decision depends on the belief, the
 * trial before and how many candidates were scored in this search and the ones before, and not on time or threads
 * otherwise. Not thread safe.
 */
public final class SearchPlanner implements Planner {
    /** Time kept back from the deadline for what comes after the decision: the envelope and the sending. */
    public static final long RESERVE_NANOS = 100_000;
    private static final double[] BLANK = {};

    private final ResponsePredictor predictor;
    private final StimulusCost cost;
    private final Candidates candidates;
    private final Design fallback;
    private final LongSupplier nanoClock;
    private final CandidateOrder order;
    private final RepeatedJob<CandidateScores> scoring;
    private final int[] allowed;
    private final double[] utilities;
    /** Utilities found after a decision, for the order of the next search. */
    private final double[] carried;
    private int skipped;
    private long unscorable;
    private long blanks;

    /**
     * Makes a planner.
     *
     * @param predictor     of the responses to the candidates; refreshed at the start of each plan, so that
     *                      whoever changes the belief need not
     * @param aim           what makes a candidate useful, and what it costs
     * @param candidates    in the predictor's order
     * @param fallback      what is presented when the time is up before a candidate was scored
     * @param crew          does the scoring
     * @param nanoClock     the clock of the requests' deadlines, in nanoseconds; thread safe
     * @param faultReporter told of each type of exception that scoring a candidate threw, once; may be
     *                      called from any thread, must not throw
     * @throws IllegalArgumentException when the candidates are not those of the predictor
     */
    public SearchPlanner(ResponsePredictor predictor, Aim aim, Candidates candidates, Design fallback,
            Crew crew, LongSupplier nanoClock, Consumer<Throwable> faultReporter) {
        if (candidates.size() != predictor.candidates()) {
            throw new IllegalArgumentException("candidates: " + candidates.size()
                    + " must be as many as the predictor has (" + predictor.candidates() + ")");
        }
        this.predictor = predictor;
        this.cost = aim.cost();
        this.candidates = candidates;
        this.fallback = fallback;
        this.nanoClock = nanoClock;
        order = new CandidateOrder(candidates.size());
        Faults faults = new Faults(faultReporter);
        scoring = new RepeatedJob<>(
                () -> new CandidateScores(predictor, aim.objective(), crew.seats(), faults), crew, nanoClock,
                faults);
        allowed = new int[candidates.size()];
        utilities = new double[candidates.size()];
        carried = new double[candidates.size()];
        Arrays.fill(utilities, Double.NaN);
    }

    @Override
    public Decision plan(PlanningRequest request) {
        long askedNanos = nanoClock.getAsLong();
        settle();
        Arrays.fill(utilities, Double.NaN);
        skipped = 0;
        long cutoffNanos = request.deadlineNanos() - RESERVE_NANOS;
        scoring.allow(cutoffNanos - askedNanos);
        int reachable = findAllowed(request.previous());
        if (reachable > 0 && scoring.possible() && nanoClock.getAsLong() - cutoffNanos < 0) {
            searchUntil(cutoffNanos, reachable);
            takeOffCosts(request.before());
        }
        return decide(request, reachable, askedNanos);
    }

    @Override
    public void settle() {
        boolean wentOn = scoring.wentOn();
        scoring.settle();
        if (wentOn) {
            Arrays.fill(carried, Double.NaN);
            scoring.work().collect(carried);
            order.learn(carried, scoring.work().attempted());
        }
    }

    /** What a search that was cut off did not get to is scored now, so that the next knows where to begin. */
    @Override
    public void prepare(Preparation next) {
        if (scoring.work().attempted() < scoring.work().size()) {
            scoring.goOn();
        }
    }

    @Override
    public double[] utilities() {
        return utilities.clone();
    }

    @Override
    public List<String> warnings() {
        return blanks == 0
                ? List.of()
                : List.of(
                        "stimulus: no candidate was allowed after the trial before, so a blank was presented ("
                                + blanks + " so far)");
    }

    /** How often, over all plans, a candidate's utility was NaN or could not be computed. */
    public long unscorable() {
        return unscorable;
    }

    /** In the order of scoring, those that may follow; the others get the utility minus infinity. */
    private int findAllowed(Previous previous) {
        int reachable = 0;
        for (int candidate : order.arrange()) {
            if (candidates.reach().allows(candidate, previous)) {
                allowed[reachable++] = candidate;
            } else {
                utilities[candidate] = Double.NEGATIVE_INFINITY;
            }
        }
        return reachable;
    }

    private void searchUntil(long cutoffNanos, int reachable) {
        predictor.refresh();
        CandidateScores scores = scoring.work();
        scores.begin(allowed, reachable);
        scoring.run(cutoffNanos);
        skipped = scores.collect(utilities);
        unscorable += skipped;
        order.learn(utilities, scores.attempted());
    }

    private void takeOffCosts(double[] before) {
        for (int candidate = 0; candidate < utilities.length; candidate++) {
            utilities[candidate] -= cost.of(candidates.stimuli()[candidate], before);
        }
    }

    private Decision decide(PlanningRequest request, int reachable, long askedNanos) {
        BestTwo best = BestTwo.of(utilities);
        Progress progress = Progress.of(best.counted(), reachable, skipped);
        double[] stimulus = best.none()
                ? unsearched(request, reachable)
                : candidates.stimuli()[best.first()];
        long now = nanoClock.getAsLong();
        return new Decision(stimulus, best.none() ? DecisionSource.FALLBACK : DecisionSource.SEARCH,
                best.none() ? 0 : utilities[best.first()], progress,
                best.none() ? RunnerUp.NONE : best.runnerUp(candidates.stimuli(), utilities),
                now - askedNanos,
                request.deadlineNanos() - now);
    }

    /** The fallback; a blank where nothing may follow the trial before. */
    private double[] unsearched(PlanningRequest request, int reachable) {
        if (reachable > 0) {
            return fallback.stimulus(request.position());
        }
        blanks++;
        return BLANK;
    }
}
