package io.stimloop.control.safety;

/**
 * What no pattern of light may exceed, beside the limits of each target alone. Of a stimulus that is no pattern of light
 * there are {@link #NONE}. Checked here once more by itself: whatever planned a pattern is not relied on. Immutable.
 *
 * @param mostOn    most values other than 0, from 1
 * @param mostTotal most of all values together, in their unit, above 0; infinite for no limit. A total that exceeds it
 *                  by a billionth is put down to rounding and allowed
 * @param most      by target: the most it may be given; not to be modified; empty for no limits
 * @param conflicts by target: those that may not be on together with it, as bits, target k as bit {@code k % 64} of word
 *                  {@code k / 64}; symmetric; not to be modified; empty where there are none
 */
public record LightLimits(int mostOn, double mostTotal, double[] most, long[][] conflicts) {
    private static final double ROUNDING = 1e-9;
    private static final double[] NO_LIMITS = {};
    private static final long[][] NO_CONFLICTS = {};

    /** No limits. */
    public static final LightLimits NONE = atMost(Integer.MAX_VALUE);

    /** Takes the limits. */
    public LightLimits {
        if (mostOn < 1) {
            throw new IllegalArgumentException("mostOn: " + mostOn + " must be at least 1");
        }
        if (!(mostTotal > 0)) {
            throw new IllegalArgumentException("mostTotal: " + mostTotal + " must be above 0");
        }
    }

    /** Only how many are on is limited. */
    public static LightLimits atMost(int mostOn) {
        return new LightLimits(mostOn, Double.POSITIVE_INFINITY, NO_LIMITS, NO_CONFLICTS);
    }

    /** Whether there are no limits. */
    public boolean none() {
        return mostOn == Integer.MAX_VALUE;
    }

    /** Whether a pattern is within the limits; NaN is not. */
    public boolean admits(double[] stimulus) {
        return on(stimulus) <= mostOn && admitsTotal(total(stimulus)) && firstTooStrong(stimulus) < 0
                && firstExcluded(stimulus) < 0;
    }

    /** How many values are not 0. */
    public static int on(double[] stimulus) {
        int on = 0;
        for (double value : stimulus) {
            on += value != 0 ? 1 : 0;
        }
        return on;
    }

    /** All values together. */
    public static double total(double[] stimulus) {
        double total = 0;
        for (double value : stimulus) {
            total += value;
        }
        return total;
    }

    /** Whether all values together may come to this; NaN may not. */
    public boolean admitsTotal(double total) {
        return mostTotal == Double.POSITIVE_INFINITY || total <= mostTotal * (1 + ROUNDING);
    }

    /** The first target that is given more than it may be; negative when there is none. */
    public int firstTooStrong(double[] stimulus) {
        for (int target = 0; target < most.length; target++) {
            // Written as acceptance, so that NaN is too strong.
            if (!(stimulus[target] <= most[target])) {
                return target;
            }
        }
        return -1;
    }

    /** The first target that is on together with one before it that excludes it; negative when there is none. */
    public int firstExcluded(double[] stimulus) {
        for (int target = 0; target < conflicts.length; target++) {
            if (stimulus[target] != 0 && excluder(stimulus, target) < target) {
                return target;
            }
        }
        return -1;
    }

    /** The first target on that excludes a target; as many as there are targets when none does. */
    public int excluder(double[] stimulus, int target) {
        long[] row = conflicts[target];
        for (int word = 0; word < row.length; word++) {
            for (long bits = row[word]; bits != 0; bits &= bits - 1) {
                int other = word * Long.SIZE + Long.numberOfTrailingZeros(bits);
                if (stimulus[other] != 0) {
                    return other;
                }
            }
        }
        return stimulus.length;
    }
}
