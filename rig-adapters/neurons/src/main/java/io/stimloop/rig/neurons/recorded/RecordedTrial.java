package io.stimloop.rig.neurons.recorded;

import org.jspecify.annotations.Nullable;

/**
 * One row of a recording.
 *
 * @param neuron    name of the neuron
 * @param condition what was shown; null for a blank screen
 * @param repeat    number of the repeat of this condition, from 0
 * @param count     spike count, from 0
 */
record RecordedTrial(String neuron, @Nullable Condition condition, int repeat, int count) {
    /**
     * What was shown.
     *
     * @param directionDeg direction of motion in degrees
     * @param dispersion   spread of the directions shown at once; 0 for a single grating
     * @param contrast     from 0 to 1
     */
    record Condition(double directionDeg, double dispersion, double contrast) {}
}
