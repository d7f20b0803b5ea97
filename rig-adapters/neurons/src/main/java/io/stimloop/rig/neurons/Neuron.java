package io.stimloop.rig.neurons;

/** Answers stimuli with spike counts, one trial after the other. Not thread safe. */
public interface Neuron {
    /** The largest count the wire takes; a neuron never answers with more. */
    int LARGEST_COUNT = 100_000;

    /**
     * Runs the next trial.
     *
     * @param stimulus what is presented, one finite value per stimulus dimension; empty for a blank trial;
     *                 not kept
     * @return the spike count, from 0 to {@link #LARGEST_COUNT}
     * @throws IllegalArgumentException if the neuron has no answer to this stimulus; the message says why
     *                                  and what it could answer
     */
    int respond(double[] stimulus);

    /**
     * How long after the command the latest response is complete, in nanoseconds, from 0. The neuron does
     * not wait; whoever runs it in real time does.
     */
    default long latencyNanos() {
        return 0;
    }
}
