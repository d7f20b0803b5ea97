package io.stimloop.planning.continuous;

import io.stimloop.planning.movement.MovementLimits;
import java.util.Arrays;

/**
 * The part of a box that is searched from a point: along its continuous axes as far as they and the movement from the
 * stimulus before allow, with its other values as they are. The search itself sees the continuous coordinates alone, those
 * of a turn from half a turn before the point to half a turn behind it, so that nothing wraps.
 *
 * @param box    of all stimuli
 * @param free   which values are continuous
 * @param origin where the search begins; not to be modified
 * @param lower  least coordinate, by free value
 * @param upper  greatest coordinate, by free value, above lower
 */
record Region(StimulusBox box, int[] free, double[] origin, double[] lower, double[] upper) {
    private static final double HALF_TURN = 0.5;

    /**
     * The region about a point.
     *
     * @param before the stimulus before; empty where movement from it does not matter
     */
    static Region about(double[] point, StimulusBox box, MovementLimits limits, double[] before) {
        int[] free = box.continuous();
        double[] lower = new double[free.length];
        double[] upper = new double[free.length];
        double[] origin = point.clone();
        for (int i = 0; i < free.length; i++) {
            int d = free[i];
            Axis axis = box.axes().get(d);
            lower[i] = axis.turn() > 0 ? point[d] - HALF_TURN : 0;
            upper[i] = axis.turn() > 0 ? point[d] + HALF_TURN : 1;
            double step = limits.maxSteps()[d];
            if (before.length > 0 && step < Double.POSITIVE_INFINITY) {
                narrow(axis, before[d], step, i, lower, upper);
                origin[d] = axis.turn() > 0 ? nearTo(lower[i], upper[i], point[d]) : point[d];
                origin[d] = Math.clamp(origin[d], lower[i], upper[i]);
            }
        }
        return new Region(box, free, origin, lower, upper);
    }

    private static void narrow(Axis axis, double before, double step, int i, double[] lower, double[] upper) {
        if (axis instanceof Axis.Turn(double _, double period)) {
            if (step < HALF_TURN * period) {
                lower[i] = axis.coordinate(before) - step / period;
                upper[i] = axis.coordinate(before) + step / period;
            }
        } else {
            lower[i] = axis.coordinate(before - step);
            upper[i] = axis.coordinate(before + step);
        }
    }

    /** The coordinate plus the number of turns that brings it nearest to the middle. */
    private static double nearTo(double lower, double upper, double coordinate) {
        double middle = (lower + upper) / 2;
        return coordinate + Math.rint(middle - coordinate);
    }

    /** How many coordinates are searched. */
    int size() {
        return free.length;
    }

    /** The free coordinates of where the search begins. */
    double[] start() {
        return Arrays.stream(free).mapToDouble(d -> origin[d]).toArray();
    }

    /** The point with these free coordinates. */
    double[] point(double[] coordinates) {
        double[] point = origin.clone();
        for (int i = 0; i < free.length; i++) {
            point[free[i]] = coordinates[i];
        }
        return point;
    }
}
