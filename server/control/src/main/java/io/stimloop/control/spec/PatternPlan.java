package io.stimloop.control.spec;

import io.stimloop.control.safety.LightLimits;
import io.stimloop.planning.pattern.PatternRules;

/**
 * Which patterns of light over targets there are.
 *
 * @param rules           that every pattern planned obeys
 * @param limits          the same in the terms of the safety envelope
 * @param refractoryNanos by target: how long it must rest after the command that lit it; not to be modified
 */
public record PatternPlan(PatternRules rules, LightLimits limits, long[] refractoryNanos) {
    /** Whether any target must rest. */
    public boolean rests() {
        for (long nanos : refractoryNanos) {
            if (nanos > 0) {
                return true;
            }
        }
        return false;
    }

    /** The same where no target must rest. */
    PatternPlan restless() {
        return new PatternPlan(rules, limits, new long[refractoryNanos.length]);
    }
}
