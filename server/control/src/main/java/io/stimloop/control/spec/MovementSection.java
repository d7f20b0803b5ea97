package io.stimloop.control.spec;

import io.stimloop.planning.continuous.Axis;
import io.stimloop.planning.movement.MovementLimits;
import io.stimloop.v1.Dimension;
import java.util.Arrays;

/** How far stimuli may move from one trial to the next. */
final class MovementSection {
    private MovementSection() {}

    /**
     * Reads the longest step of a dimension.
     *
     * @param axis   the values of the dimension; none when they were at fault
     * @param period length of a turn; NaN where the values do not wrap around
     * @return infinite where there is no limit
     */
    static double maxStep(Dimension dimension, Axis axis, double period, Faults at) {
        if (!dimension.hasMaxStep() || !Bounds.POSITIVE.check(dimension.getMaxStep(), at)) {
            return Double.POSITIVE_INFINITY;
        }
        double step = dimension.getMaxStep();
        if (axis instanceof Axis.Listed(double[] values)) {
            requireConnected(values, step, period, at);
        }
        return step;
    }

    private static void requireConnected(double[] values, double step, double period, Faults at) {
        MovementLimits limits = new MovementLimits(new double[]{step}, new double[]{period});
        // A circle that is broken in one place still leads everywhere, the other way round.
        boolean circle = !Double.isNaN(period);
        int broken = circle ? 0 : 1;
        for (int i = 0; i < values.length - (circle ? 0 : 1); i++) {
            double from = values[i];
            double to = values[(i + 1) % values.length];
            broken += limits.allow(new double[]{from}, new double[]{to}) ? 0 : 1;
            if (broken > 1) {
                at.add(Wording.number(step) + " is too small to get from " + Wording.number(from) + " to "
                        + Wording.number(to) + ": allow longer steps or put values in between");
                break;
            }
        }
    }

    /** Reports a listed stimulus that cannot be reached from the one before it. */
    static void check(double[][] rows, StimulusPlan stimulus, Faults at) {
        MovementLimits limits = stimulus.limits();
        if (!limits.any()
                || Arrays.stream(rows).anyMatch(row -> row.length != stimulus.dimensions().size())) {
            return;
        }
        at.requireAll(rows.length,
                i -> limits.allow(rows[Math.floorMod(i - 1, rows.length)], rows[i]),
                i -> "is farther from the one before than maxStep allows"
                        + (i == 0 ? "; the first follows the last" : ""));
    }
}
