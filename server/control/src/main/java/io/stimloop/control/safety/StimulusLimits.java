package io.stimloop.control.safety;

/** The limits of every stimulus dimension that the spec itself says. Immutable. */
final class StimulusLimits {
    private static final double ROUNDING = 1e-9;

    private final double[] min;
    private final double[] max;
    private final double maxNorm;
    private final LightLimits light;

    /** As {@link SafetyEnvelope} takes them. */
    StimulusLimits(double[] min, double[] max, double maxNorm, LightLimits light) {
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

    /** One finite value per dimension: of anything else nothing can be told. */
    long shape(double[] stimulus, Judge judge) {
        int finite = 0;
        for (double value : stimulus) {
            finite += Double.isFinite(value) ? 1 : 0;
        }
        return judge.atLeast(Rule.SHAPE, -1, finite, Math.max(stimulus.length, min.length))
                | judge.atMost(Rule.SHAPE, -1, stimulus.length, min.length);
    }

    /** All rules about a stimulus of the right shape. */
    long reasons(double[] stimulus, Judge judge) {
        long reasons = 0;
        for (int d = 0; d < min.length; d++) {
            reasons |= judge.atLeast(Rule.RANGE, d, stimulus[d], min[d])
                    | judge.atMost(Rule.RANGE, d, stimulus[d], max[d]);
        }
        return reasons
                | judge.atMost(Rule.NORM, -1, Math.sqrt(squaredNorm(stimulus)), maxNorm * (1 + ROUNDING))
                | (light.none() ? 0 : pattern(stimulus, judge));
    }

    private long pattern(double[] stimulus, Judge judge) {
        int strong = light.firstTooStrong(stimulus);
        int excluded = light.firstExcluded(stimulus);
        return judge.atMost(Rule.AT_ONCE, -1, LightLimits.on(stimulus), light.mostOn())
                | judge.atMost(Rule.TOTAL_POWER, -1, LightLimits.total(stimulus),
                        light.mostTotal() * (1 + ROUNDING))
                | (strong < 0
                        ? 0
                        : judge.atMost(Rule.TARGET_POWER, strong, stimulus[strong], light.most()[strong]))
                | judge.atMost(Rule.EXCLUSION, excluded, excluded < 0 ? 0 : 1, 0);
    }

    private static double squaredNorm(double[] stimulus) {
        double sum = 0;
        for (double value : stimulus) {
            sum += value * value;
        }
        return sum;
    }

    boolean admitsSquaredNorm(double squaredNorm) {
        double longest = maxNorm * (1 + ROUNDING);
        return squaredNorm <= longest * longest;
    }

    double maxNorm() {
        return maxNorm;
    }

    LightLimits light() {
        return light;
    }

    int dimensions() {
        return min.length;
    }

    double min(int dimension) {
        return min[dimension];
    }

    double max(int dimension) {
        return max[dimension];
    }
}
