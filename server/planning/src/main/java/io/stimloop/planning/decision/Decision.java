package io.stimloop.planning.decision;

/**
 * The next stimulus and why.
 *
 * @param stimulus   one value per dimension; empty for a blank trial; not to be modified
 * @param source     where it came from
 * @param utility    of the stimulus, in the objective's unit; 0 when it was not scored
 * @param progress   how far the search came
 * @param runnerUp   what it was preferred to
 * @param tookNanos  from the request to the decision
 * @param slackNanos time left to the deadline when the decision was made; negative when late
 */
public record Decision(double[] stimulus, DecisionSource source, double utility, Progress progress,
        RunnerUp runnerUp, long tookNanos, long slackNanos) {
    /** One that nothing was scored for. */
    public static Decision unscored(double[] stimulus, DecisionSource source, int candidates, long tookNanos,
            long slackNanos) {
        return new Decision(stimulus, source, 0, Progress.of(candidates), RunnerUp.NONE, tookNanos,
                slackNanos);
    }

    /** Candidates scored in time. */
    public int evaluated() {
        return progress.evaluated();
    }

    /** Candidates there were. */
    public int candidates() {
        return progress.candidates();
    }
}
