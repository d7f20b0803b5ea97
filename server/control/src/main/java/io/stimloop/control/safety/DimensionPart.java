package io.stimloop.control.safety;

/** The rules about dimensions by name, and the last command that they need. Not thread safe. */
final class DimensionPart implements Part {
    private final DimensionLimits[] limits;
    private final double[] periods;
    private final double[] before;
    private long beforeNanos;
    private boolean moved;

    /**
     * Of dimensions that may stand anywhere.
     *
     * @param limits  by dimension
     * @param periods by dimension: of one that wraps around, the length of a turn; else NaN
     */
    DimensionPart(DimensionLimits[] limits, double[] periods) {
        this.limits = limits.clone();
        this.periods = periods.clone();
        before = new double[limits.length];
    }

    @Override
    public void advance(long nanos) {}

    @Override
    public long reasons(double[] stimulus, long nanos, Judge judge) {
        double seconds = (nanos - beforeNanos) / Units.NANOS_PER_S;
        long reasons = 0;
        for (int d = 0; d < limits.length; d++) {
            reasons |= judge.atLeast(Rule.RANGE, d, stimulus[d], limits[d].min())
                    | judge.atMost(Rule.RANGE, d, stimulus[d], limits[d].max());
            if (moved && limits[d].maxChangePerSecond() < Double.POSITIVE_INFINITY) {
                reasons |= judge.atMost(Rule.SLEW, d, change(d, stimulus[d]),
                        limits[d].maxChangePerSecond() * seconds);
            }
        }
        return reasons;
    }

    /** The shorter way round where it wraps. */
    private double change(int dimension, double value) {
        double straight = Math.abs(value - before[dimension]);
        if (Double.isNaN(periods[dimension])) {
            return straight;
        }
        double way = straight % periods[dimension];
        return Math.min(way, periods[dimension] - way);
    }

    @Override
    public void commit(double[] stimulus, long nanos) {
        System.arraycopy(stimulus, 0, before, 0, before.length);
        beforeNanos = nanos;
        moved = true;
    }
}
