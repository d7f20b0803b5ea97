package io.stimloop.control.spec;

import io.stimloop.inference.belief.BeliefSource;
import io.stimloop.inference.belief.Question;
import io.stimloop.planning.continuous.Refinement;
import io.stimloop.v1.ContinuousMethod;
import io.stimloop.v1.ContinuousSearch;
import io.stimloop.v1.SearchPlanner;
import java.util.Optional;

/** How a search goes on between the candidates of a continuous space. */
final class ContinuousSection {
    private static final int MOST_STARTS = 100;
    private static final int MOST_EVALUATIONS = 1_000_000;

    private ContinuousSection() {}

    /** Reads it; empty where nothing but the candidates is searched. */
    static Optional<Refinement> read(SearchPlanner search, PlannerContext context, Faults at) {
        StimulusPlan stimulus = context.stimulus();
        if (stimulus.dimensions().isEmpty() || !stimulus.continuous()) {
            at.require(!search.hasContinuous() || stimulus.dimensions().isEmpty(),
                    "needs a dimension with a range: give one in stimulus.dimensions, or leave it out");
            return Optional.empty();
        }
        ContinuousSearch sent = search.getContinuous();
        Refinement usual = Refinement.usual(stimulus.box().continuous().length);
        int starts = number(sent.getStarts(), usual.starts(), MOST_STARTS, at.field("starts"));
        int evaluations = number(sent.getEvaluations(), usual.evaluations(), MOST_EVALUATIONS,
                at.field("evaluations"));
        Optional<Refinement.Method> method = method(sent, usual.method(), search.hasLookahead(), at);
        at.require(method.isEmpty() || !search.hasLookahead(),
                "is not possible together with lookahead: say method: CANDIDATES, or leave one of them out");
        Question question = context.aim().objective().question();
        at.require(method.isEmpty() || context.model().source()
                .map(source -> !source.answers(question) || source.predictsAnywhere(question)).orElse(true),
                "is not possible with this model and objective, which are about listed stimuli: say method: CANDIDATES");
        return method.map(known -> new Refinement(known, starts, evaluations));
    }

    private static Optional<Refinement.Method> method(ContinuousSearch sent, Refinement.Method usual,
            boolean ahead, Faults at) {
        ContinuousMethod left = ahead
                ? ContinuousMethod.CANDIDATES
                : ContinuousMethod.CONTINUOUS_METHOD_UNSPECIFIED;
        ContinuousMethod named = Enums.read(sent.getMethod(), sent.getMethodValue(), at.field("method"))
                .orElse(left);
        return switch (named) {
            case CANDIDATES -> Optional.empty();
            case LOCAL -> Optional.of(Refinement.Method.LOCAL);
            case BROAD -> Optional.of(Refinement.Method.BROAD);
            default -> Optional.of(usual);
        };
    }

    private static int number(int given, int usual, int most, Faults at) {
        long number = Integer.toUnsignedLong(given);
        boolean fits = at.require(number <= most, Wording.number(number) + " must be from 1 to "
                + Wording.number(most));
        return fits && number > 0 ? given : usual;
    }

    /** Memory for predictions between the candidates. */
    static long bytes(PlanningMethod method, BeliefSource source, Question question) {
        return method.refinements() == 0 ? 0 : method.refinements() * source.bytesAnywhere(question);
    }
}
