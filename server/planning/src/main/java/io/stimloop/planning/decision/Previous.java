package io.stimloop.planning.decision;

/**
 * The trial before.
 *
 * @param stimulus       what was presented; empty when there was none or a blank; not to be modified
 * @param response       what was learned of it, as the model's responses lay it out; empty when nothing was; not to be
 *                       modified
 * @param commandedNanos when its command left, on the nanosecond clock the planner was given
 */
public record Previous(double[] stimulus, double[] response, long commandedNanos) {
    private static final double[] NOTHING = {};

    /** Before the first trial. */
    public static final Previous NONE = new Previous(NOTHING, NOTHING, 0);

    /** A trial of which only the stimulus matters. */
    public static Previous presented(double[] stimulus) {
        return new Previous(stimulus, NOTHING, 0);
    }
}
