package io.stimloop.control.spec;

import io.stimloop.planning.continuous.Axis;

/**
 * A dimension of the stimulus.
 *
 * @param name     unique in its experiment
 * @param unit     for people and plots; may be empty
 * @param periodic whether values wrap around
 * @param period   length of a turn, in the unit; NaN where values do not wrap around
 * @param values   that may be presented, in the unit, strictly increasing; the two ends where it is continuous; not to be
 *                 modified
 * @param maxStep  most that the value may change from one trial to the next, in the unit; infinite where there is no
 *                 limit
 * @param axis     all that may be presented
 */
public record StimulusDimension(String name, String unit, boolean periodic, double period, double[] values,
        double maxStep, Axis axis) {
    /** One whose value is listed and may change at will. */
    StimulusDimension(String name, String unit, boolean periodic, double period, double[] values) {
        this(name, unit, periodic, period, values, Double.POSITIVE_INFINITY, new Axis.Listed(values));
    }

    /** Whether any value between two may be presented. */
    public boolean continuous() {
        return axis.continuous();
    }
}
