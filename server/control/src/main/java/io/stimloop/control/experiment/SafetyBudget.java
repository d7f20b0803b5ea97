package io.stimloop.control.experiment;

import io.stimloop.control.safety.Meter;
import io.stimloop.control.safety.Rule;
import io.stimloop.control.safety.SafetyEnvelope;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How much of what the safety envelope accounts is used up, of the site where it is most.
 *
 * @param name  what is limited, for people
 * @param used  in the unit
 * @param limit likewise; above 0 and finite
 * @param unit  empty for a bare number
 */
public record SafetyBudget(String name, double used, double limit, String unit) {
    /** Those with a limit, in the order of their rules. Called by the experiment's writer. */
    static List<SafetyBudget> of(SafetyEnvelope envelope, long nowNanos) {
        Map<Rule, SafetyBudget> fullest = new EnumMap<>(Rule.class);
        Meter meter = (rule, site, used, limit) -> {
            if (limit > 0 && limit < Double.POSITIVE_INFINITY) {
                fullest.merge(rule, new SafetyBudget(rule.subject(), used, limit, rule.unit()),
                        (one, other) -> one.used() >= other.used() ? one : other);
            }
        };
        envelope.read(nowNanos, meter);
        return List.copyOf(fullest.values());
    }
}
