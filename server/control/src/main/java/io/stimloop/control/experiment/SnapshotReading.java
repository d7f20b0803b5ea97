package io.stimloop.control.experiment;

import io.stimloop.v1.ExperimentSnapshot;

/**
 * A moment of an experiment, to be completed on the reader's own thread.
 *
 * @param withoutBelief everything but the belief
 * @param belief        a copy of the belief at that moment
 */
public record SnapshotReading(ExperimentSnapshot withoutBelief, BeliefReading belief) {
    /** The whole snapshot; takes as long as summarising the belief takes. */
    public ExperimentSnapshot complete() {
        return withoutBelief.toBuilder().setBelief(belief.belief()).build();
    }
}
