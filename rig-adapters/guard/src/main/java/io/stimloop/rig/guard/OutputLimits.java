package io.stimloop.rig.guard;

import java.util.List;
import java.util.Optional;

/**
 * What no output may leave, written without a look at the server's envelope: a fault would have to be made twice. Not
 * thread safe.
 *
 * @param sha256     of the limits, as the server names them
 * @param dimensions values of a stimulus
 * @param rules      all must hold
 */
public record OutputLimits(String sha256, int dimensions, List<Rule> rules) {
    /** Takes the limits. */
    public OutputLimits {
        rules = List.copyOf(rules);
    }

    /**
     * Why a stimulus may not be put out now, in words; empty when it may. A blank always may.
     *
     * @param nowNanos on a monotonic clock
     */
    public Optional<String> refusal(double[] stimulus, long nowNanos) {
        if (stimulus.length == 0) {
            return Optional.empty();
        }
        if (stimulus.length != dimensions) {
            return Optional.of(stimulus.length + " values; the limits are about " + dimensions);
        }
        return rules.stream().map(rule -> rule.refusal(stimulus, nowNanos)).flatMap(Optional::stream)
                .findFirst();
    }

    /** A stimulus is put out now. */
    public void note(double[] stimulus, long nowNanos) {
        if (stimulus.length > 0) {
            rules.forEach(rule -> rule.note(stimulus, nowNanos));
        }
    }
}
