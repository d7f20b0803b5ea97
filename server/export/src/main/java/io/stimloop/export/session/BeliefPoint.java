package io.stimloop.export.session;

import io.stimloop.inference.belief.ParameterSummary;
import java.util.List;

/**
 * What was believed at one moment.
 *
 * @param trial       after which; 0: before the first
 * @param seconds     since the experiment was created
 * @param entropyNats of all neurons together
 * @param units       by neuron: each parameter
 */
public record BeliefPoint(long trial, double seconds, double entropyNats,
        List<List<ParameterSummary>> units) {}
