package io.stimloop.rig.guard;

import java.util.Optional;

/**
 * Each value has its range, both ends allowed.
 *
 * @param least by dimension, in its unit; not to be modified
 * @param most  likewise
 */
public record RangeRule(double[] least, double[] most) implements Rule {
    @Override
    public Optional<String> refusal(double[] stimulus, long nowNanos) {
        for (int i = 0; i < stimulus.length; i++) {
            boolean within = stimulus[i] >= least[i] && stimulus[i] <= most[i];
            if (!within) {
                return Optional.of("value " + i + " is " + stimulus[i] + "; it must be from " + least[i]
                        + " to " + most[i]);
            }
        }
        return Optional.empty();
    }
}
