package io.stimloop.inference.objective;

/**
 * What a stimulus costs, in units of the objective: dose, time, travel. Taken off its utility.
 *
 * @param perUnit     by dimension: of a unit of the value's size; not to be modified
 * @param perDistance by dimension: of a unit of distance from the stimulus before; not to be modified
 * @param periods     by dimension: length of a turn, NaN where there is none; distances go the shorter way; not to
 *                    be modified
 * @param perSwitch   of any stimulus other than the one before
 */
public record StimulusCost(double[] perUnit, double[] perDistance, double[] periods, double perSwitch) {
    /** Nothing costs anything. */
    public static final StimulusCost NONE = new StimulusCost(new double[0], new double[0], new double[0], 0);

    /**
     * Of presenting a stimulus after another.
     *
     * @param before the stimulus before; empty when there was none or a blank, and then the way to this one is free
     */
    public double of(double[] stimulus, double[] before) {
        double cost = 0;
        boolean moved = false;
        for (int d = 0; d < perUnit.length; d++) {
            cost += perUnit[d] * Math.abs(stimulus[d]);
            if (before.length > 0) {
                cost += perDistance[d] * distance(d, stimulus[d] - before[d]);
                moved |= stimulus[d] != before[d];
            }
        }
        return moved ? cost + perSwitch : cost;
    }

    private double distance(int dimension, double difference) {
        double straight = Math.abs(difference);
        if (Double.isNaN(periods[dimension])) {
            return straight;
        }
        double way = straight % periods[dimension];
        return Math.min(way, periods[dimension] - way);
    }
}
