package io.stimloop.planning.design;

import java.util.Arrays;

/** Takes the stimuli of a design in at the door. */
final class StimulusTable {
    private StimulusTable() {}

    /**
     * A copy of the table that later changes by its owner do not reach.
     *
     * @param stimuli one row per stimulus
     * @throws IllegalArgumentException when there is no row
     */
    static double[][] copyOf(double[][] stimuli) {
        if (stimuli.length == 0) {
            throw new IllegalArgumentException("stimuli: a design needs at least one, got none");
        }
        return Arrays.stream(stimuli).map(double[]::clone).toArray(double[][]::new);
    }
}
