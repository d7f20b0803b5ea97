package io.stimloop.control.experiment;

import io.stimloop.control.spec.ResolvedSpec;
import io.stimloop.inference.belief.Belief;
import io.stimloop.v1.BeliefSnapshot;
import io.stimloop.v1.JournalRecord;

/** The records that open a journal: what the experiment is, and what was believed before its first trial. */
final class OpenedBelief {
    private final BeliefSnapshot.Builder initial = BeliefSnapshot.newBuilder();
    private JournalRecord.Opened opened = JournalRecord.Opened.getDefaultInstance();
    private int missingParts = -1;

    /** Takes a record, where it is one of these; whether they are complete by it. */
    boolean completedBy(JournalRecord record) {
        switch (record.getRecordCase()) {
            case OPENED -> {
                opened = record.getOpened();
                missingParts = opened.getInitialBeliefParts();
            }
            case INITIAL_BELIEF -> {
                initial.mergeFrom(record.getInitialBelief());
                missingParts--;
            }
            default -> {
                return false;
            }
        }
        return missingParts == 0;
    }

    /** The first record. */
    JournalRecord.Opened opened() {
        return opened;
    }

    /**
     * The belief before the first trial.
     *
     * @throws Refused if it is none of the spec's
     */
    Belief belief(ResolvedSpec spec) {
        return opened.getInitialBeliefParts() == 0
                ? spec.source().create()
                : BeliefSnapshots.restore(initial.build(), spec, "initial_belief");
    }

    /** What is wrong where they are not complete. */
    IllegalStateException incomplete() {
        return new IllegalStateException("the journal begins with " + (missingParts > 0
                ? "a belief of which " + missingParts + " parts are missing"
                : "no record of what was opened"));
    }
}
