package io.stimloop.rig.guard;

import java.util.Optional;

/**
 * How many values may be other than 0 at one time, and how much they may be together.
 *
 * @param values    the places of those that this is about; not to be modified
 * @param mostOn    values other than 0
 * @param mostTotal of all of them, in their unit; infinite for no limit
 */
public record TogetherRule(int[] values, double mostOn, double mostTotal) implements Rule {
    /** A sum may exceed its limit by this fraction: put down to rounding. */
    private static final double ROUNDING = 1e-9;

    @Override
    public Optional<String> refusal(double[] stimulus, long nowNanos) {
        long on = 0;
        double sum = 0;
        for (int place : values) {
            on += stimulus[place] == 0 ? 0 : 1;
            sum += Math.abs(stimulus[place]);
        }
        if (!(on <= mostOn)) {
            return Optional.of(on + " values are not 0; at most " + mostOn + " may be");
        }
        boolean within = mostTotal == Double.POSITIVE_INFINITY || sum <= mostTotal * (1 + ROUNDING);
        return within
                ? Optional.empty()
                : Optional.of("all values together are " + sum + "; they may be " + mostTotal);
    }
}
