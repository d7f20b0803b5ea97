package io.stimloop.control.experiment;

import io.stimloop.control.spec.StoppingRules;
import io.stimloop.inference.belief.Belief;
import io.stimloop.inference.belief.ParameterSummary;
import java.util.Optional;

/**
 * Whether an experiment is over. Immutable.
 *
 * @param rules the first that holds ends it
 */
record StoppingCheck(StoppingRules rules) {
    /**
     * The first rule that holds, in words.
     *
     * @param trials       trials that counted
     * @param elapsedNanos since the first command
     */
    Optional<String> reached(Belief belief, long trials, long elapsedNanos) {
        if (trials >= rules.maxTrials()) {
            return Optional.of("maxTrials: " + trials + " trials done");
        }
        if (timeIsUp(elapsedNanos)) {
            return Optional.of("maxDuration: " + elapsedNanos / 1_000_000_000L + " s have passed");
        }
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
        return belief.parameters().stream().allMatch(this::precise);
    }

    private boolean precise(ParameterSummary parameter) {
        Double limit = rules.parameterSd().get(parameter.name());
        return limit == null || parameter.sd() <= limit;
    }

    private String precision(Belief belief) {
        StringBuilder words = new StringBuilder();
        for (ParameterSummary parameter : belief.parameters()) {
            if (rules.parameterSd().containsKey(parameter.name())) {
                words.append(words.isEmpty() ? "" : ", ").append(parameter.name()).append(" has sd ")
                        .append(parameter.sd());
            }
        }
        return words.toString();
    }
}
