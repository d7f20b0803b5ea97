package io.stimloop.control.spec;

/**
 * A dimension of the stimulus.
 *
 * @param name     unique in its experiment
 * @param unit     for people and plots; may be empty
 * @param periodic whether values wrap around
 * @param period   length of a turn, in the unit; NaN where values do not wrap around
 * @param values   that may be presented, in the unit, strictly increasing; not to be modified
 * @param maxStep  most that the value may change from one trial to the next, in the unit; infinite where there is no
 *                 limit
 */
public record StimulusDimension(String name, String unit, boolean periodic, double period, double[] values,
        double maxStep) {
    /** One whose value may change at will. */
    StimulusDimension(String name, String unit, boolean periodic, double period, double[] values) {
        this(name, unit, periodic, period, values, Double.POSITIVE_INFINITY);
    }
}
