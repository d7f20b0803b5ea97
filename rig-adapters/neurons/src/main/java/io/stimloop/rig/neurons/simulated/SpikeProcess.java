package io.stimloop.rig.neurons.simulated;

import org.apache.commons.rng.UniformRandomProvider;

/** How the spikes of a trial scatter, given how many are expected. */
public sealed interface SpikeProcess permits PoissonProcess, RefractoryProcess {
    /** The expected count up to which {@link #draw} has the expected count it is asked for. */
    double largestExpectedCount();

    /**
     * Draws a trial's spike count.
     *
     * @param expectedCount finite, from 0; limited to {@link #largestExpectedCount()}
     */
    int draw(double expectedCount, UniformRandomProvider stream);
}
