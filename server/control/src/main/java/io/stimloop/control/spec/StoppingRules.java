package io.stimloop.control.spec;

import java.util.Map;

/**
 * When an experiment is over: when the first of these holds. A rule that was left out never holds.
 *
 * @param maxTrials        trials that counted; {@link Long#MAX_VALUE} for no limit
 * @param entropyNats      at most this entropy of the belief, in nats; NaN for no such rule
 * @param parameterSd      at most this posterior sd of every parameter named, in its unit; empty for no such
 *                         rule
 * @param maxDurationNanos since the first command; {@link Long#MAX_VALUE} for no limit
 */
public record StoppingRules(long maxTrials, double entropyNats, Map<String, Double> parameterSd,
        long maxDurationNanos) {}
