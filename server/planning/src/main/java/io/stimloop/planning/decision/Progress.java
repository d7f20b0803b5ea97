package io.stimloop.planning.decision;

/**
 * How far a search came.
 *
 * @param evaluated  candidates scored in time; where stimuli are searched that are no candidates, those as well
 * @param candidates candidates there were; 0 where they cannot be counted
 * @param skipped    candidates that could not be scored: the objective gave no number, threw, or did not return
 * @param bound      the most that the utility of a candidate not evaluated can be; NaN where the method knows none, and
 *                   minus infinity where none is left
 */
public record Progress(int evaluated, int candidates, int skipped, double bound) {
    /** Nothing was searched: one of so many was taken. */
    public static Progress of(int candidates) {
        return new Progress(0, candidates, 0, Double.NaN);
    }

    /** So many of so many, with no bound on the others. */
    public static Progress of(int evaluated, int candidates, int skipped) {
        return new Progress(evaluated, candidates, skipped,
                evaluated + skipped == candidates ? Double.NEGATIVE_INFINITY : Double.NaN);
    }
}
