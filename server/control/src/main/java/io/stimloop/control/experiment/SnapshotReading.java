package io.stimloop.control.experiment;

import io.stimloop.v1.ExperimentSnapshot;
import java.util.Optional;

/** A moment of an experiment, to be completed on the reader's own thread. */
public final class SnapshotReading {
    private final ExperimentSnapshot withoutBelief;
    private final BeliefReading belief;
    private final Optional<DecisionReading> decision;

    SnapshotReading(ExperimentSnapshot withoutBelief, BeliefReading belief,
            Optional<DecisionReading> decision) {
        this.withoutBelief = withoutBelief;
        this.belief = belief;
        this.decision = decision;
    }

    /** Everything but the belief and the report of the latest decision. */
    public ExperimentSnapshot withoutBelief() {
        return withoutBelief;
    }

    /** A copy of the belief at that moment. */
    public BeliefReading belief() {
        return belief;
    }

    /** The whole snapshot; takes as long as summarising the belief takes. */
    public ExperimentSnapshot complete() {
        ExperimentSnapshot.Builder whole = withoutBelief.toBuilder().setBelief(belief.belief());
        decision.ifPresent(reading -> whole.getLatestBuilder().setReport(reading.message()));
        return whole.build();
    }
}
