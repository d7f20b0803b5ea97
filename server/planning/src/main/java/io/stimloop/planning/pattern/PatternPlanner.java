package io.stimloop.planning.pattern;

import io.stimloop.planning.decision.Decision;
import io.stimloop.planning.decision.DecisionSource;
import io.stimloop.planning.decision.Planner;
import io.stimloop.planning.decision.PlanningRequest;
import io.stimloop.planning.decision.Progress;
import io.stimloop.planning.pool.Crew;
import io.stimloop.planning.pool.Faults;
import io.stimloop.planning.search.SearchPlanner;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Searches the candidates in at most half of the time, and then all patterns that the rules allow: {@link PatternSearch},
 * which the candidates' utilities give a start. Never presents what the rules or rest forbid. Not thread safe.
 */
public final class PatternPlanner implements Planner {
    private final Planner candidates;
    private final double[][] listed;
    /** By candidate: its element, where it has only one. */
    private final int[] elements;
    private final PatternValue value;
    private final Rest rest;
    private final PatternSearch search;
    private final LongSupplier nanoClock;

    /**
     * Makes a planner.
     *
     * @param candidates searches them, knows of the rest, and refreshes what it asks of the belief
     * @param listed     the candidates, one row each, all of them patterns that the rules allow; not modified
     * @param value      of patterns, as the candidates' planner values them
     * @param rules      that every pattern obeys
     * @param rest       kept up by whoever asks
     * @param beamWidth  patterns kept of each size, from 1
     * @param crew       does the valuing
     * @param nanoClock  the clock of the requests' deadlines, in nanoseconds; thread safe
     * @param faults     told of each type of exception that valuing a pattern threw, once; may be called from any thread, must not throw
     */
    public PatternPlanner(Planner candidates, double[][] listed, PatternValue value, PatternRules rules,
            Rest rest, int beamWidth, Crew crew, LongSupplier nanoClock, Consumer<Throwable> faults) {
        this.candidates = candidates;
        this.listed = listed;
        this.value = value;
        this.rest = rest;
        this.nanoClock = nanoClock;
        search = new PatternSearch(value, rules, beamWidth, crew, nanoClock, new Faults(faults));
        elements = Arrays.stream(listed).mapToInt(search::elementOf).toArray();
    }

    /** Bytes of one, beside the candidates' planner and what values patterns. */
    public static long bytes(PatternRules rules, int beamWidth) {
        return PatternSearch.bytes(rules, beamWidth);
    }

    @Override
    public Decision plan(PlanningRequest request) {
        long askedNanos = nanoClock.getAsLong();
        settle();
        long cutoffNanos = request.deadlineNanos() - SearchPlanner.RESERVE_NANOS;
        long halfNanos = Math.max(0, cutoffNanos - askedNanos) / 2;
        Decision chosen = candidates.plan(request.until(request.deadlineNanos() - halfNanos));
        if (search.begin(cutoffNanos) && nanoClock.getAsLong() - cutoffNanos < 0) {
            takeUp(candidates.utilities());
            value.refresh(request.before());
            search.run(rest.resting());
        }
        return decide(chosen, request, askedNanos);
    }

    private void takeUp(double[] utilities) {
        for (int candidate = 0; candidate < utilities.length; candidate++) {
            if (utilities[candidate] > Double.NEGATIVE_INFINITY) {
                search.know(listed[candidate], elements[candidate], utilities[candidate]);
            }
        }
    }

    /** The best of all, in a row of its own; what the candidates' planner says where nothing was found. */
    private Decision decide(Decision chosen, PlanningRequest request, long askedNanos) {
        Valuation found = search.valuation();
        boolean any = found.finds().any();
        Progress progress = new Progress(chosen.evaluated() + found.evaluated(), 0,
                chosen.progress().skipped() + found.skipped(), Double.NaN);
        double[] stimulus = any ? found.finds().best().clone() : chosen.stimulus();
        long now = nanoClock.getAsLong();
        return new Decision(stimulus, any ? DecisionSource.SEARCH : chosen.source(),
                any ? found.finds().bestValue() : chosen.utility(), progress,
                any ? found.finds().runnerUp() : chosen.runnerUp(), now - askedNanos,
                request.deadlineNanos() - now);
    }

    @Override
    public void settle() {
        candidates.settle();
        search.settle();
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
