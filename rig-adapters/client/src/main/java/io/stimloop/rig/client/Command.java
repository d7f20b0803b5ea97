package io.stimloop.rig.client;

import io.stimloop.v1.Present;
import java.util.Arrays;

/**
 * What the server commands.
 *
 * @param trial    number of the trial, from 1
 * @param stimulus one value per dimension of the spec, in its unit; empty for a blank trial; not to be
 *                 modified
 */
public record Command(long trial, double[] stimulus) {
    static Command of(Present present) {
        double[] stimulus = new double[present.getStimulusCount()];
        Arrays.setAll(stimulus, present::getStimulus);
        return new Command(present.getTrial(), stimulus);
    }

    /** Whether nothing is to be presented; the response is still expected. */
    public boolean isBlank() {
        return stimulus.length == 0;
    }

    boolean isSameAs(Command other) {
        return trial == other.trial && Arrays.equals(stimulus, other.stimulus);
    }
}
