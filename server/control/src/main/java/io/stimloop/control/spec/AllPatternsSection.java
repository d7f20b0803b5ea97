package io.stimloop.control.spec;

import io.stimloop.inference.belief.BeliefSource;
import io.stimloop.inference.belief.Question;
import io.stimloop.inference.objective.Improvement;
import io.stimloop.planning.pattern.PatternPlanner;
import io.stimloop.v1.SearchPlanner;

/** Whether all patterns are searched, and how widely. */
final class AllPatternsSection {
    private static final int USUAL_WIDTH = 16;
    private static final int WIDEST = 256;
    /** As many as the belief's own tables are counted for. */
    private static final int SEARCH_THREADS = 2;

    private AllPatternsSection() {}

    /** The width of the beam; 0 where only the candidates are searched. */
    static int read(SearchPlanner search, PlannerContext context, Faults at) {
        if (!search.hasAllPatterns()) {
            return 0;
        }
        long width = Integer.toUnsignedLong(search.getAllPatterns().getBeamWidth());
        at.field("beamWidth").require(width <= WIDEST, Wording.number(width) + " must be at most " + WIDEST);
        if (!context.stimulus().dimensions().isEmpty()
                && at.require(context.stimulus().targets(), "needs targets: use stimulus.targets")) {
            checkObjective(context, at);
        }
        return width == 0 ? USUAL_WIDTH : (int) Math.min(width, WIDEST);
    }

    private static void checkObjective(PlannerContext context, Faults at) {
        Question question = context.aim().objective().question();
        at.require(!(context.aim().objective() instanceof Improvement)
                && context.model().source().map(source -> source.predictsAnywhere(question)).orElse(true),
                "is not possible with an objective that compares with the best of the candidates: use another"
                        + " objective, or search the candidates only");
    }

    /** Memory for searches of all patterns among the methods, in bytes. */
    static long bytes(PlanningMethod method, StimulusPlan stimulus, BeliefSource source, Question question) {
        return switch (method) {
            case PlanningMethod.Search search when search.allPatterns() && stimulus.targets() ->
                PatternPlanner.bytes(stimulus.pattern().orElseThrow().rules(), search.beamWidth())
                        + SEARCH_THREADS * source.bytesAnywhere(question);
            case PlanningMethod.Mixture(var first, var second, double _) ->
                bytes(first, stimulus, source, question) + bytes(second, stimulus, source, question);
            case PlanningMethod.Schedule(var stages, long[] _) ->
                stages.stream().mapToLong(stage -> bytes(stage, stimulus, source, question)).sum();
            default -> 0;
        };
    }
}
