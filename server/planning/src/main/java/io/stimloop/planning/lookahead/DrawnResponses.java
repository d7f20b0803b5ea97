package io.stimloop.planning.lookahead;

import io.stimloop.inference.belief.Belief;
import io.stimloop.inference.belief.BeliefSource;
import io.stimloop.inference.belief.Prediction;
import io.stimloop.numerics.random.Streams;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Continuous responses of one unit: each what a cell would answer whose parameters are drawn from the belief. Every draw has a
 * stream of its own that begins anew with each stimulus: common random numbers, so that stimuli are compared under the
 * same parameters and the same noise.
 *
 * @param most samples, from 1
 */
record DrawnResponses(BeliefSource source, int most, long seed) implements Branching {
    private static final long PURPOSE = 0x6c6f6f6b6472617aL;

    @Override
    public void fill(Prediction prediction, Belief belief, double[] stimulus, Branches out) {
        List<String> names = source.parameterNames();
        out.clear();
        for (int sample = 0; sample < most; sample++) {
            UniformRandomProvider random = Streams.of(seed, sample, PURPOSE);
            double[] values = belief.draw(0, random);
            Map<String, Double> parameters = new LinkedHashMap<>();
            for (int p = 0; p < values.length; p++) {
                parameters.put(names.get(p), values[p]);
            }
            source.truth(parameters).respond(stimulus, random, out.add(1));
        }
        out.normalise();
    }

    @Override
    public boolean exact() {
        return false;
    }
}
