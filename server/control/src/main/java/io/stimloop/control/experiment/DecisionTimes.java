package io.stimloop.control.experiment;

/**
 * When the stages of one decision were done, on the nanosecond clock.
 *
 * @param arrivedNanos  the outcome arrived (for the first command: the loop was ready)
 * @param learnedNanos  the belief had learned from it
 * @param plannedNanos  the planner had answered
 * @param sentNanos     the command was handed over for sending
 * @param deadlineNanos by when it had to be
 */
public record DecisionTimes(long arrivedNanos, long learnedNanos, long plannedNanos, long sentNanos,
        long deadlineNanos) {
    /** From the arrival of the outcome to the hand-over of the command. */
    public long totalNanos() {
        return sentNanos - arrivedNanos;
    }

    /** Whether the command left after its deadline. */
    public boolean missed() {
        return sentNanos - deadlineNanos > 0;
    }
}
