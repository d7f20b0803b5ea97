package io.stimloop.planning.decision;

/**
 * The next stimulus and why.
 *
 * @param stimulus   one value per dimension; empty for a blank trial; not to be modified
 * @param source     where it came from
 * @param utility    of the stimulus, in the objective's unit; 0 when it was not scored
 * @param evaluated  candidates scored in time
 * @param candidates candidates there were
 * @param slackNanos time left to the deadline when the decision was made; negative when late
 */
public record Decision(double[] stimulus, DecisionSource source, double utility, int evaluated,
        int candidates,
        long slackNanos) {}
