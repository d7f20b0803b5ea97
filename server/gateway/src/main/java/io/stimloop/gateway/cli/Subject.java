package io.stimloop.gateway.cli;

import io.stimloop.rig.client.Response;
import java.util.List;
import java.util.Map;

/** Who answers in a rig without hardware: a neuron, several, or a person. Not thread safe. */
interface Subject {
    /**
     * Runs the next trial.
     *
     * @param stimulus what is presented; empty for a blank trial; not kept
     * @throws IllegalArgumentException if there is no answer to this stimulus; the message says why
     */
    Response respond(double[] stimulus);

    /** How long after the command the latest response is complete, in nanoseconds, from 0. */
    default long latencyNanos() {
        return 0;
    }

    /**
     * The experiment has these neurons from now on, new ones behind the others.
     *
     * @throws IllegalArgumentException if they cannot be answered for; the message says why
     */
    default void neurons(List<String> names) {
        throw new IllegalArgumentException("this cell is one neuron, not " + names.size());
    }

    /** What is true now of each unit, by parameter name; empty where nobody knows. */
    default List<Map<String, Double>> truth() {
        return List.of();
    }
}
