package io.stimloop.control.experiment;

import io.stimloop.control.spec.ResolvedSpec;
import io.stimloop.inference.belief.Maintenance;
import io.stimloop.planning.decision.PlanningRequest;
import io.stimloop.v1.JournalRecord;
import io.stimloop.v1.NeuronChange;
import io.stimloop.v1.Outcome;
import io.stimloop.v1.Present;
import io.stimloop.v1.ServerMessage;
import java.util.ArrayList;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Lets an experiment live through its journal once more: its belief learns from the same outcomes in the same order, and
 * is compared with what it was, bit for bit. No rig hears of it. Not thread safe.
 */
final class Recollection {
    private final Witness witness;
    private final long memoryBudgetBytes;
    private final JournalTime time;
    private final Lifecycle lifecycle = new Lifecycle();
    private final Course course;
    private LoopSetup setup;
    private @Nullable Maintenance begun;
    private long beliefsCompared;
    private long beliefsDiffering;
    private long firstDiffering;

    /** Sees what happens when it happens again. */
    interface Witness {
        /** A decision, as its planner would have been asked for it; the belief is what it was then. */
        void decided(JournalRecord.Commanded command, PlanningRequest request, LoopSetup setup);

        /** The belief has just learned from the outcome of a trial. */
        default void learned(long trial, LoopSetup setup) {}

        /** The belief was changed between two trials: by its maintenance, or by other neurons. */
        default void changed(LoopSetup setup) {}

        /** Whether every belief is to be compared with its digest, for which all of it must be read. */
        default boolean compares() {
            return true;
        }
    }

    /**
     * Before the first trial.
     *
     * @param opened            says what the belief was then
     * @param setup             new, with the belief before the first trial
     * @param time              of the records, on the clock of the setup
     * @param memoryBudgetBytes for the neurons that were added
     */
    Recollection(JournalRecord.Opened opened, LoopSetup setup, JournalTime time, long memoryBudgetBytes,
            Witness witness) {
        this.setup = setup;
        this.time = time;
        this.memoryBudgetBytes = memoryBudgetBytes;
        this.witness = witness;
        course = new Course(setup);
        course.recalled(true);
        compare(opened.getBeliefDigest(), 1);
    }

    /** The next record after those that opened the journal. */
    void take(JournalRecord record) {
        switch (record.getRecordCase()) {
            case COMMANDED -> commanded(record);
            case TAKEN -> taken(record.getTaken());
            case LEARNED -> learned(record.getLearned());
            case MAINTENANCE_BEGUN -> begun = setup.belief().maintenance().orElseThrow(
                    () -> new IllegalStateException("the belief had no maintenance due that was begun"));
            case MAINTAINED -> adopt(record.getMaintained());
            case NEURONS_CHANGED -> change(record.getNeuronsChanged());
            case OPERATOR_ACTION -> course.armedBefore(record.getOperatorAction().getEpoch());
            case CLOCK_ANCHOR -> time.anchor(record.getClockAnchor());
            case HALTED -> {
                var _ = lifecycle.halt(record.getHalted().getDetail());
            }
            case FINISHED -> {
                var _ = lifecycle.finish(record.getFinished().getReason());
            }
            default -> {
                // Neither the belief nor the state comes out otherwise by it.
            }
        }
    }

    private void commanded(JournalRecord record) {
        Present present = record.getCommanded().getPresent();
        double[] stimulus = present.getStimulusList().stream().mapToDouble(Double::doubleValue).toArray();
        long sentNanos = time.nanos(record.getAtNanos());
        witness.decided(record.getCommanded(),
                new PlanningRequest(course.counted(), sentNanos + setup.deadlineNanos(), course.previous()),
                setup);
        if (lifecycle.start()) {
            course.startAt(sentNanos);
        }
        course.armedBefore(present.getEpoch());
        require(course.ledger().open(), present.getTrial());
        course.latest().recall(ServerMessage.newBuilder().setPresent(present).build(), stimulus, sentNanos);
        // Counts in the windows that are still open; as a dose it may count twice, which errs on the safe side.
        setup.envelope().commit(stimulus, sentNanos);
        setup.watch().commanded(stimulus);
    }

    private void taken(JournalRecord.Taken taken) {
        Outcome outcome = taken.getOutcome();
        require(course.ledger().current(), outcome.getTrial());
        if (taken.getWithdrawn()) {
            var _ = course.withdraw(setup, outcome);
        } else if (course.take(setup, outcome) == TrialListener.Reception.LEARNED) {
            var _ = course.learning().learn(setup, outcome);
            witness.learned(outcome.getTrial(), setup);
        }
    }

    private static void require(long expected, long found) {
        if (expected != found) {
            throw new IllegalStateException("trial " + found + " follows where " + expected + " should");
        }
    }

    private void learned(JournalRecord.Learned was) {
        setup.watch().weigh();
        beliefsCompared++;
        compare(was.getBeliefDigest(), was.getTrial());
    }

    /** The belief should be the one of this digest, before this trial or after it. */
    private void compare(long digest, long trial) {
        if (!witness.compares()) {
            return;
        }
        if (setup.belief().digest() != digest) {
            firstDiffering = beliefsDiffering == 0 ? trial : firstDiffering;
            beliefsDiffering++;
        }
    }

    private void adopt(JournalRecord.MaintenanceAdopted was) {
        Maintenance due = begun;
        if (due == null) {
            throw new IllegalStateException("the belief adopted what was never begun");
        }
        begun = null;
        due.run().adopt();
        witness.changed(setup);
        compare(was.getBeliefDigest(), was.getBeforeTrial());
    }

    private void change(NeuronChange change) {
        Optional<ResolvedSpec> bigger = NeuronChanges.bigger(setup.neurons().spec(), change,
                memoryBudgetBytes);
        setup.neurons().decide(change, bigger, change.getTrial());
        setup = setup.neurons().takeEffect(setup, new ArrayList<>());
        course.learning().neuronsChanged(setup);
        witness.changed(setup);
    }

    /** All that the journal has was shown: what was running is paused, so that it goes on when someone says so. */
    void end() {
        var _ = lifecycle.pause();
    }

    /** The belief is what the digests say that it was. */
    boolean faithful() {
        return beliefsDiffering == 0;
    }

    /** How many beliefs were compared with their digest. */
    long beliefsCompared() {
        return beliefsCompared;
    }

    /** How many of them were another. */
    long beliefsDiffering() {
        return beliefsDiffering;
    }

    /** The trial after which the belief was another first; 0: none. */
    long firstDiffering() {
        return firstDiffering;
    }

    LoopSetup setup() {
        return setup;
    }

    Course course() {
        return course;
    }

    Lifecycle lifecycle() {
        return lifecycle;
    }
}
