package io.stimloop.control.spec;

/**
 * A dimension of the stimulus.
 *
 * @param name     unique in its experiment
 * @param unit     for people and plots; may be empty
 * @param periodic whether values wrap around
 * @param period   length of a turn, in the unit; NaN where values do not wrap around
 * @param values   that may be presented, in the unit, strictly increasing; not to be modified
 */
public record StimulusDimension(String name, String unit, boolean periodic, double period, double[] values) {}
