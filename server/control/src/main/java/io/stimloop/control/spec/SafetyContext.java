package io.stimloop.control.spec;

import io.stimloop.v1.StimulusSpace;
import io.stimloop.v1.TargetStimulus;
import java.util.Optional;

/**
 * What the limits of a spec are read beside.
 *
 * @param sent     the stimulus as it was sent
 * @param stimulus as read
 * @param operator the server's limits
 */
record SafetyContext(StimulusSpace sent, StimulusPlan stimulus, OperatorLimits operator) {
    /** Where the stimulus is light over targets, and they could be read. */
    Optional<TargetStimulus> targets() {
        return stimulus.targets() ? Optional.of(sent.getTargets()) : Optional.empty();
    }
}
