package io.stimloop.inference.glm;

import io.stimloop.inference.response.Link;

/** Mean and variance of eta of each of some neurons at each of some stimuli, under a normal belief about weights. */
public interface EtaMoments {
    /** From eta to the expected count. */
    Link link();

    /** Neurons, those left out included. */
    int units();

    /** Whether a neuron is not left out. */
    boolean includes(int unit);

    /** How many stimuli. */
    int stimuli();

    /** Mean of eta of a neuron at a stimulus. */
    double mean(int unit, int stimulus);

    /** Variance of eta of a neuron at a stimulus, from 0. */
    double variance(int unit, int stimulus);
}
