package io.stimloop.rig.neurons.recorded;

/**
 * Which trials of a recording a recorded neuron answers with. Its blank trials are selected by the neuron
 * alone.
 *
 * @param neuron     name of the neuron, as in the recording
 * @param dispersion spread of the directions shown at once; 0 for a single grating
 * @param contrast   from 0 to 1
 */
public record Selection(String neuron, double dispersion, double contrast) {
    /** Single gratings at full contrast. */
    public Selection(String neuron) {
        this(neuron, 0, 1);
    }

    @Override
    public String toString() {
        return neuron + " (dispersion " + dispersion + ", contrast " + contrast + ")";
    }
}
