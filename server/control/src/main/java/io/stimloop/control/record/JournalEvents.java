package io.stimloop.control.record;

import io.stimloop.control.arming.ArmingEvent;
import io.stimloop.control.experiment.DecisionTimes;
import io.stimloop.control.experiment.TrialListener;
import io.stimloop.control.safety.Rule;
import io.stimloop.inference.belief.Belief;
import io.stimloop.planning.decision.Decision;
import io.stimloop.v1.Finished;
import io.stimloop.v1.Halt;
import io.stimloop.v1.HaltReason;
import io.stimloop.v1.JournalRecord;
import io.stimloop.v1.Maintained;
import io.stimloop.v1.NeuronChange;
import io.stimloop.v1.OperatorActionKind;
import io.stimloop.v1.Outcome;
import io.stimloop.v1.Present;
import io.stimloop.v1.Receipt;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Makes a record of everything that happens in an experiment. Called by its writer, but where a method says otherwise. */
final class JournalEvents implements TrialListener {
    private final JournalKeeper journal;
    private final InstantSource wallClock;
    private final List<JournalRecord.Refusal> refused = new ArrayList<>();
    private Present command = Present.getDefaultInstance();
    private JournalRecord.Commanded.Builder commanded = JournalRecord.Commanded.newBuilder();

    JournalEvents(JournalKeeper journal, InstantSource wallClock) {
        this.journal = journal;
        this.wallClock = wallClock;
    }

    private static JournalRecord.Builder record() {
        return JournalRecord.newBuilder();
    }

    @Override
    public void refusedByEnvelope(Rule rule) {
        refused.add(JournalRecord.Refusal.newBuilder().setReason(rule.subject()).build());
    }

    @Override
    public void commanded(Present present, Decision decision, Supplier<String> reason) {
        command = present;
        commanded = JournalRecord.Commanded.newBuilder().setPresent(present).setReason(reason.get())
                .setSkipped(decision.progress().skipped()).addAllRefused(refused);
        refused.clear();
        CommandWords.describe(decision, commanded);
    }

    @Override
    public void decided(Decision decision, DecisionTimes times) {
        journal.append(record().setCommanded(commanded.setTook(CommandWords.took(times))));
    }

    @Override
    public void taken(Outcome outcome, double[] shown) {
        JournalRecord.Taken.Builder taken = JournalRecord.Taken.newBuilder().setOutcome(outcome)
                .addAllPresented(outcome.getPresentedList());
        for (int d = 0; d < shown.length && outcome.getPresentedCount() == 0; d++) {
            taken.addPresented(shown[d]);
        }
        journal.append(record().setTaken(taken));
    }

    @Override
    public void withdrawn(Outcome unknown) {
        journal.append(
                record().setTaken(JournalRecord.Taken.newBuilder().setOutcome(unknown).setWithdrawn(true)));
    }

    @Override
    public void learned(long trial, Belief belief, boolean implausible) {
        JournalRecord.Learned.Builder learned = JournalRecord.Learned.newBuilder().setTrial(trial)
                .setBeliefDigest(belief.digest()).setImplausible(implausible);
        double entropyNats = belief.entropyAtHand();
        if (!Double.isNaN(entropyNats)) {
            learned.setEntropyNats(entropyNats);
        }
        journal.append(record().setLearned(learned));
    }

    @Override
    public void maintenanceBegun() {
        journal.append(record().setMaintenanceBegun(
                JournalRecord.MaintenanceBegun.newBuilder().setBeforeTrial(command.getTrial())));
    }

    @Override
    public void maintained(Maintained adopted, Belief belief) {
        journal.append(record().setMaintained(JournalRecord.MaintenanceAdopted.newBuilder()
                .setBeforeTrial(command.getTrial()).setDescription(adopted.getDescription())
                .setBeliefDigest(belief.digest())));
    }

    @Override
    public void neuronsChanged(NeuronChange change) {
        journal.append(record().setNeuronsChanged(change));
    }

    @Override
    public void receipt(Receipt receipt) {
        journal.append(record().setReceipt(receipt));
        journal.kick();
    }

    @Override
    public void acted(OperatorActionKind kind, String operator, String reason) {
        journal.append(record().setOperatorAction(JournalRecord.OperatorAction.newBuilder().setKind(kind)
                .setOperator(operator).setReason(reason).setAskedAt(Moments.timestamp(wallClock.instant()))));
        journal.kick();
    }

    @Override
    public void arming(ArmingEvent event) {
        journal.append(record()
                .setOperatorAction(JournalRecord.OperatorAction.newBuilder().setKind(kind(event.kind()))
                        .setReason(event.detail()).setEpoch(event.epoch())
                        .setAskedAt(Moments.timestamp(wallClock.instant()))));
        journal.kick();
    }

    @Override
    public void finished(long trials, String reason) {
        journal.append(record().setFinished(Finished.newBuilder().setTrials(trials).setReason(reason)));
        journal.kick();
    }

    @Override
    public void halted(HaltReason reason, String detail) {
        journal.append(record().setHalted(Halt.newBuilder().setReason(reason).setDetail(detail)));
        journal.kick();
    }

    private static OperatorActionKind kind(ArmingEvent.Kind kind) {
        return switch (kind) {
            case ARMED -> OperatorActionKind.ARM;
            case DISARMED -> OperatorActionKind.DISARM;
            case FAULTED -> OperatorActionKind.FAULT;
            case CLEARED -> OperatorActionKind.CLEAR;
        };
    }
}
