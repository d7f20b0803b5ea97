package io.stimloop.control.experiment;

import io.stimloop.control.spec.StoppingRules;
import io.stimloop.inference.belief.Belief;
import io.stimloop.inference.belief.ParameterSummary;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Whether an experiment is over. Immutable.
 *
 * @param rules the first that holds ends it
 */
record StoppingCheck(StoppingRules rules) {
    private static final List<ParameterSummary> NONE = List.of();

    /**
     * The rule about trials or time that holds, in words. Quick.
     *
     * @param trials       trials that counted
     * @param elapsedNanos since the first command
     */
    Optional<String> reached(long trials, long elapsedNanos) {
        if (trials >= rules.maxTrials()) {
            return Optional.of("maxTrials: " + trials + " trials done");
        }
        if (timeIsUp(elapsedNanos)) {
            return Optional.of("maxDuration: " + elapsedNanos / 1_000_000_000L + " s have passed");
        }
        return Optional.empty();
    }

    /** The rule about the belief that holds, in words. May take as long as a decision. */
    Optional<String> reached(Belief belief) {
        if (!Double.isNaN(rules.entropyNats()) && belief.entropyNats() <= rules.entropyNats()) {
            return Optional.of("entropyNats: the belief's entropy is " + belief.entropyNats() + " nats");
        }
        return allPrecise(belief) ? Optional.of("parameterSd: " + precision(belief)) : Optional.empty();
    }

    /** Whether the time is over. */
    boolean timeIsUp(long elapsedNanos) {
        return elapsedNanos >= rules.maxDurationNanos();
    }

    private boolean allPrecise(Belief belief) {
        if (rules.parameterSd().isEmpty()) {
            return false;
        }
        return IntStream.range(0, belief.units()).filter(belief::includes)
                .allMatch(unit -> belief.parameters(unit).stream().allMatch(this::precise));
    }

    private boolean precise(ParameterSummary parameter) {
        Double limit = rules.parameterSd().get(parameter.name());
        return limit == null || parameter.sd() <= limit;
    }

    /** The largest sd of each parameter that a rule names, over the units not left out. */
    private String precision(Belief belief) {
        Map<String, Double> largest = new LinkedHashMap<>();
        for (int unit = 0; unit < belief.units(); unit++) {
            for (ParameterSummary parameter : belief.includes(unit) ? belief.parameters(unit) : NONE) {
                if (rules.parameterSd().containsKey(parameter.name())) {
                    largest.merge(parameter.name(), parameter.sd(), Math::max);
                }
            }
        }
        return largest.entrySet().stream().map(each -> each.getKey() + " has sd " + each.getValue())
                .collect(Collectors.joining(", "));
    }
}
