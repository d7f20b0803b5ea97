package io.stimloop.planning.continuous;

/**
 * How the best of a continuous space is searched for, after its candidates.
 *
 * @param method      how
 * @param starts      from how many of the best candidates and of the last trials' optima, from 1
 * @param evaluations most stimuli that are evaluated for a decision, from 1, candidates not counted
 */
public record Refinement(Method method, int starts, int evaluations) {
    /** How to look for something better near a start. */
    public enum Method {
        /**
         * Uphill from each start: in one dimension by Brent's method (1973), in more by BOBYQA (Powell 2009, report
         * DAMTP 2009/NA06), quadratic models in a trust region.
         */
        LOCAL,
        /**
         * First CMA-ES (Hansen 2006) over the whole space from the best start, with half of the evaluations; then LOCAL.
         */
        BROAD
    }

    /** What is usual in so many continuous dimensions. */
    public static Refinement usual(int dimensions) {
        return new Refinement(dimensions > LOCAL_DIMENSIONS ? Method.BROAD : Method.LOCAL, STARTS,
                EVALUATIONS_PER_DIMENSION * dimensions);
    }

    private static final int LOCAL_DIMENSIONS = 4;
    private static final int STARTS = 3;
    private static final int EVALUATIONS_PER_DIMENSION = 200;
}
