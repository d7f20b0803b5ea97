package io.stimloop.control.safety;

/**
 * What the value of a dimension may be, in its unit.
 *
 * @param min                least
 * @param max                greatest
 * @param maxChangePerSecond how fast it may change from one command to the next; infinite for no limit
 */
public record DimensionLimits(double min, double max, double maxChangePerSecond) {
    /** Where none are given. */
    public static final DimensionLimits UNLIMITED = new DimensionLimits(Double.NEGATIVE_INFINITY,
            Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);

    /** Whether there is anything to check. */
    public boolean any() {
        return !equals(UNLIMITED);
    }
}
