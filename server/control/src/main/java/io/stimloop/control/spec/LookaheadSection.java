package io.stimloop.control.spec;

import io.stimloop.inference.belief.BeliefSource;
import io.stimloop.inference.belief.Question;
import io.stimloop.planning.lookahead.Horizon;
import io.stimloop.v1.Lookahead;
import io.stimloop.v1.SearchPlanner;

/** How far ahead a search looks. */
final class LookaheadSection {
    private static final int FEWEST_STEPS = 2;
    private static final int MOST_STEPS = 8;
    private static final int MOST_RESPONSES = 64;
    /** Some minutes of a trial that has them. */
    private static final double MOST_BELIEFS = 1e7;
    /** As many as the belief's own tables are counted for. */
    private static final int SEARCH_THREADS = 2;

    private LookaheadSection() {}

    /** Reads how far a search looks; {@link Horizon#NEXT} where it does not look ahead. */
    static Horizon read(SearchPlanner search, Faults at) {
        if (!search.hasLookahead()) {
            return Horizon.NEXT;
        }
        at.require(!search.getWholeBall(), "is not possible together with wholeBall: leave one of them out");
        at.require(!search.hasAllPatterns(),
                "is not possible together with allPatterns: leave one of them out");
        Lookahead lookahead = search.getLookahead();
        boolean steps = from(FEWEST_STEPS, MOST_STEPS, lookahead.getSteps(), at.field("steps"));
        boolean candidates = from(0, Horizon.MOST_CANDIDATES, lookahead.getCandidates(),
                at.field("candidates"));
        boolean responses = from(0, MOST_RESPONSES, lookahead.getResponses(), at.field("responses"));
        if (!steps || !candidates || !responses) {
            return Horizon.NEXT;
        }
        Horizon horizon = new Horizon(lookahead.getSteps(), lookahead.getCandidates(),
                lookahead.getResponses());
        at.require(horizon.candidates() == 0 || horizon.beliefs() <= MOST_BELIEFS,
                "means to look at some " + Wording.number(StrictMath.rint(horizon.beliefs()))
                        + " beliefs for a decision, the limit is " + Wording.number(MOST_BELIEFS)
                        + ": use fewer steps, candidates or responses, or leave candidates to the time");
        return horizon;
    }

    private static boolean from(int least, int most, int given, Faults at) {
        long number = Integer.toUnsignedLong(given);
        return at.require(number >= least && number <= most,
                Wording.number(number) + " must be from " + least + " to " + most);
    }

    /** Memory for the beliefs of the future: one for each step, of each thread that searches. */
    static long bytes(PlanningMethod method, BeliefSource source, int candidates, Question question) {
        long beliefs = (long) SEARCH_THREADS * method.beliefsAhead();
        return beliefs == 0 ? 0 : beliefs * source.bytesOfAnother(candidates, question);
    }
}
