package io.stimloop.control.safety;

/**
 * The limits of every stimulus dimension. A stimulus is admitted as it is or refused; it is never changed,
 * because a clamped stimulus is a different experiment. Immutable.
 */
public final class SafetyEnvelope {
    private final double[] min;
    private final double[] max;

    /**
     * Takes the limits, both ends allowed.
     *
     * @param min one finite value per dimension, in its unit
     * @param max likewise, at least {@code min}
     * @throws IllegalArgumentException if the lengths differ or a range is empty or not finite
     */
    public SafetyEnvelope(double[] min, double[] max) {
        if (min.length != max.length) {
            throw new IllegalArgumentException(
                    "limits: " + min.length + " minima but " + max.length + " maxima");
        }
        for (int d = 0; d < min.length; d++) {
            if (!(min[d] <= max[d] && Double.isFinite(min[d]) && Double.isFinite(max[d]))) {
                throw new IllegalArgumentException(
                        "limits: dimension " + d + ": [" + min[d] + ", " + max[d]
                                + "] is not a finite range");
            }
        }
        this.min = min.clone();
        this.max = max.clone();
    }

    /**
     * Whether a stimulus may be presented.
     *
     * @param stimulus one value per dimension; empty is the blank, which is always allowed
     */
    public boolean admits(double[] stimulus) {
        return stimulus.length == 0 || (stimulus.length == min.length && firstOutside(stimulus) < 0);
    }

    /**
     * The first dimension whose value is outside its limits or not a number.
     *
     * @param stimulus one value per dimension
     * @return its index, or -1 when all are inside
     */
    public int firstOutside(double[] stimulus) {
        for (int d = 0; d < min.length; d++) {
            // Written as acceptance, so that NaN is outside.
            if (!(stimulus[d] >= min[d] && stimulus[d] <= max[d])) {
                return d;
            }
        }
        return -1;
    }

    /** Dimensions of an admitted stimulus that is not blank. */
    public int dimensions() {
        return min.length;
    }

    /** Smallest allowed value of a dimension. */
    public double min(int dimension) {
        return min[dimension];
    }

    /** Largest allowed value of a dimension. */
    public double max(int dimension) {
        return max[dimension];
    }
}
