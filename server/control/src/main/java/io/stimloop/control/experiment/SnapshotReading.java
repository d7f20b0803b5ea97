package io.stimloop.control.experiment;

import io.stimloop.v1.ExperimentSnapshot;
import java.util.List;
import java.util.Optional;

/** A moment of an experiment, to be completed on the reader's own thread. */
public final class SnapshotReading {
    private final ExperimentSnapshot withoutBelief;
    private final BeliefReading belief;
    private final Optional<DecisionReading> decision;
    private final List<SafetyBudget> budgets;

    SnapshotReading(ExperimentSnapshot withoutBelief, BeliefReading belief,
            Optional<DecisionReading> decision, List<SafetyBudget> budgets) {
        this.withoutBelief = withoutBelief;
        this.belief = belief;
        this.decision = decision;
        this.budgets = budgets;
    }

    /** Everything but the belief and the report of the latest decision. */
    public ExperimentSnapshot withoutBelief() {
        return withoutBelief;
    }

    /** A copy of the belief at that moment. */
    public BeliefReading belief() {
        return belief;
    }

    /** How much of what the safety envelope accounts is used up; nothing of an experiment that drives nothing. */
    public List<SafetyBudget> budgets() {
        return budgets;
    }

    /** The whole snapshot; takes as long as summarising the belief takes. */
    public ExperimentSnapshot complete() {
        ExperimentSnapshot.Builder whole = withoutBelief.toBuilder().setBelief(belief.belief());
        decision.ifPresent(reading -> whole.getLatestBuilder().setReport(reading.message()));
        return whole.build();
    }
}
