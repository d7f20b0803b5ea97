package io.stimloop.rig.neurons.simulated;

import io.stimloop.rig.neurons.Neuron;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.PoissonSampler;

/** Spikes that know nothing of each other: the count is Poisson distributed. */
public record PoissonProcess() implements SpikeProcess {
    @Override
    public double largestExpectedCount() {
        return Neuron.LARGEST_COUNT;
    }

    @Override
    public int draw(double expectedCount, UniformRandomProvider stream) {
        double mean = Math.min(expectedCount, largestExpectedCount());
        return mean > 0 ? PoissonSampler.of(stream, mean).sample() : 0;
    }
}
