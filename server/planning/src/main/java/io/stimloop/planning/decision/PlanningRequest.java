package io.stimloop.planning.decision;

/**
 * What a planner needs to know beyond the belief.
 *
 * @param position      trials that counted so far: the place in a design, from 0. A trial that was dropped
 *                      as invalid is asked for again at the same position
 * @param deadlineNanos when the decision must be made, on the nanosecond clock the planner was given
 * @param previous      the trial before
 */
public record PlanningRequest(long position, long deadlineNanos, Previous previous) {
    /** With no trial before. */
    public PlanningRequest(long position, long deadlineNanos) {
        this(position, deadlineNanos, Previous.NONE);
    }

    /** The stimulus before; empty when there was none or a blank; not to be modified. */
    public double[] before() {
        return previous.stimulus();
    }

    /** The same with another deadline. */
    public PlanningRequest until(long otherDeadlineNanos) {
        return new PlanningRequest(position, otherDeadlineNanos, previous);
    }

    /** The same at another place. */
    public PlanningRequest at(long otherPosition) {
        return new PlanningRequest(otherPosition, deadlineNanos, previous);
    }
}
