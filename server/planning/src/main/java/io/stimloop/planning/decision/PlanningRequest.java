package io.stimloop.planning.decision;

/**
 * What a planner needs to know beyond the belief.
 *
 * @param position      trials that counted so far: the place in a design, from 0. A trial that was dropped
 *                      as invalid is asked for again at the same position
 * @param deadlineNanos when the decision must be made, on the nanosecond clock the planner was given
 * @param before        the stimulus before; empty when there was none or a blank; not to be modified
 */
public record PlanningRequest(long position, long deadlineNanos, double[] before) {
    private static final double[] NONE = {};

    /** With no stimulus before. */
    public PlanningRequest(long position, long deadlineNanos) {
        this(position, deadlineNanos, NONE);
    }
}
