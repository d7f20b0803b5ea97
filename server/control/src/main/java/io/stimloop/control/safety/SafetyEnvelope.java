package io.stimloop.control.safety;

/**
 * The limits of every stimulus dimension. A stimulus is admitted as it is or refused; it is never changed,
 * because a clamped stimulus is a different experiment. Immutable.
 */
public final class SafetyEnvelope {
    private static final double ROUNDING = 1e-9;

    private final double[] min;
    private final double[] max;
    private final double maxNorm;
    private final LightLimits light;

    /** With no limits but those of the dimensions. */
    public SafetyEnvelope(double[] min, double[] max) {
        this(min, max, Double.POSITIVE_INFINITY, LightLimits.NONE);
    }

    /**
     * Takes the limits, both ends allowed.
     *
     * @param min     one finite value per dimension, in its unit
     * @param max     likewise, at least {@code min}
     * @param maxNorm greatest Euclidean length of a stimulus, above 0; infinite for none. A length that exceeds it by
     *                a billionth is put down to rounding and allowed
     * @param light   of a stimulus that is a pattern of light
     * @throws IllegalArgumentException if the lengths differ or a range is empty or not finite
     */
    public SafetyEnvelope(double[] min, double[] max, double maxNorm, LightLimits light) {
        if (!(maxNorm > 0)) {
            throw new IllegalArgumentException("maxNorm: " + maxNorm + " must be above 0");
        }
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
        this.maxNorm = maxNorm;
        this.light = light;
    }

    /**
     * Whether a stimulus may be presented.
     *
     * @param stimulus one value per dimension; empty is the blank, which is always allowed
     */
    public boolean admits(double[] stimulus) {
        return stimulus.length == 0 || (stimulus.length == min.length && firstOutside(stimulus) < 0
                && admitsSquaredNorm(squaredNorm(stimulus)) && light.admits(stimulus));
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

    /** Whether a stimulus may be as long as the root of this number; NaN may not. */
    public boolean admitsSquaredNorm(double squaredNorm) {
        double longest = maxNorm * (1 + ROUNDING);
        return squaredNorm <= longest * longest;
    }

    private static double squaredNorm(double[] stimulus) {
        double sum = 0;
        for (double value : stimulus) {
            sum += value * value;
        }
        return sum;
    }

    /** Greatest Euclidean length of a stimulus; infinite for none. */
    public double maxNorm() {
        return maxNorm;
    }

    /** Of a stimulus that is a pattern of light. */
    public LightLimits light() {
        return light;
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
