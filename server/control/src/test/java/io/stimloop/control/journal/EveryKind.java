package io.stimloop.control.journal;

import com.google.protobuf.ByteString;
import com.google.protobuf.Timestamp;
import io.stimloop.v1.BeliefSnapshot;
import io.stimloop.v1.Decision;
import io.stimloop.v1.DecisionSource;
import io.stimloop.v1.ExperimentSpec;
import io.stimloop.v1.Finished;
import io.stimloop.v1.Halt;
import io.stimloop.v1.HaltReason;
import io.stimloop.v1.JournalRecord;
import io.stimloop.v1.NamedNumbers;
import io.stimloop.v1.NeuronChange;
import io.stimloop.v1.OperatorActionKind;
import io.stimloop.v1.Outcome;
import io.stimloop.v1.Present;
import io.stimloop.v1.Receipt;
import io.stimloop.v1.ReceiptStatus;
import io.stimloop.v1.StimulusScore;
import java.util.List;
import java.util.stream.IntStream;

/** A record of every kind with every field of its own set, in the order in which an experiment might make them. */
final class EveryKind {
    private static final Timestamp NOON = Timestamp.newBuilder().setSeconds(1_795_521_600).setNanos(5)
            .build();

    private EveryKind() {}

    static List<JournalRecord> records() {
        List<JournalRecord.Builder> builders = List.of(opened(), initialBelief(), resumed(), commanded(),
                taken(), learned(), receipt(),
                maintenanceBegun(), maintained(), neuronsChanged(), operatorAction(), clockAnchor(),
                doseReserved(),
                halted(), finished());
        return IntStream.range(0, builders.size()).mapToObj(i -> builders.get(i).setAtNanos(i + 1L).build())
                .toList();
    }

    private static JournalRecord.Builder record() {
        return JournalRecord.newBuilder();
    }

    private static JournalRecord.Builder opened() {
        return record()
                .setOpened(JournalRecord.Opened.newBuilder().setFormatVersion(1).setSoftwareVersion("0.1.0")
                        .setJavaVersion("25").setExperimentId("corpus")
                        .setSpec(ExperimentSpec.newBuilder().setName("corpus"))
                        .setCreatedAt(NOON).setLimitsSha256(ByteString.copyFrom(new byte[]{1, 2, 3}))
                        .setBeliefDigest(-9)
                        .setInitialBeliefParts(1));
    }

    private static JournalRecord.Builder initialBelief() {
        return record()
                .setInitialBelief(BeliefSnapshot.newBuilder().setKind("grid/tuningCurve").setFormatVersion(1)
                        .setTrials(7).addNumbers(
                                NamedNumbers.newBuilder().setName("mass").addValues(0.25).addValues(0.75)));
    }

    private static JournalRecord.Builder resumed() {
        return record().setResumed(
                JournalRecord.Resumed.newBuilder().setSoftwareVersion("0.1.1").setJavaVersion("25.0.1")
                        .setCutBytes(17));
    }

    private static JournalRecord.Builder commanded() {
        Decision decision = Decision.newBuilder().setSource(DecisionSource.SEARCH).setUtility(0.5)
                .setEvaluated(61)
                .setCandidates(64).build();
        return record().setCommanded(JournalRecord.Commanded.newBuilder()
                .setPresent(Present.newBuilder().setTrial(1).addStimulus(22.5).setDecision(decision))
                .setReason("search: 61 of 64 scored").setSkipped(3)
                .setRunnerUp(StimulusScore.newBuilder().addStimulus(45).setUtility(0.25)).setMargin(0.25)
                .addRefused(JournalRecord.Refusal.newBuilder().addStimulus(90).setReason("too bright")));
    }

    private static JournalRecord.Builder taken() {
        return record().setTaken(JournalRecord.Taken.newBuilder().addPresented(22.6)
                .setOutcome(Outcome.newBuilder().setTrial(1).addCounts(4).addCounts(0).addPresented(22.6)
                        .setObservedAt(NOON)));
    }

    private static JournalRecord.Builder learned() {
        return record()
                .setLearned(JournalRecord.Learned.newBuilder().setTrial(1).setBeliefDigest(Long.MIN_VALUE)
                        .setImplausible(true));
    }

    private static JournalRecord.Builder receipt() {
        return record()
                .setReceipt(Receipt.newBuilder().setTrial(1).setStatus(ReceiptStatus.DELIVERED).setOnset(NOON)
                        .setDetail("on time"));
    }

    private static JournalRecord.Builder maintenanceBegun() {
        return record().setMaintenanceBegun(JournalRecord.MaintenanceBegun.newBuilder().setBeforeTrial(2));
    }

    private static JournalRecord.Builder maintained() {
        return record().setMaintained(JournalRecord.MaintenanceAdopted.newBuilder().setBeforeTrial(2)
                .setDescription("length 12.1").setBeliefDigest(11));
    }

    private static JournalRecord.Builder neuronsChanged() {
        return record().setNeuronsChanged(NeuronChange.newBuilder().setTrial(2).addDropped("a").addAdded("b")
                .setOperator("op").setAskedAt(NOON));
    }

    private static JournalRecord.Builder operatorAction() {
        return record()
                .setOperatorAction(JournalRecord.OperatorAction.newBuilder().setKind(OperatorActionKind.ARM)
                        .setOperator("op").setReason("ready").setAskedAt(NOON).setEpoch(3));
    }

    private static JournalRecord.Builder clockAnchor() {
        return record()
                .setClockAnchor(JournalRecord.ClockAnchor.newBuilder().setWall(NOON).setMonotonicNanos(99));
    }

    private static JournalRecord.Builder doseReserved() {
        return record().setDoseReserved(JournalRecord.DoseReserved.newBuilder()
                .setReservation(ByteString.copyFrom(new byte[]{5, 6})));
    }

    private static JournalRecord.Builder halted() {
        return record().setHalted(Halt.newBuilder().setReason(HaltReason.EMERGENCY_STOP).setDetail("smoke"));
    }

    private static JournalRecord.Builder finished() {
        return record().setFinished(Finished.newBuilder().setTrials(1).setReason("maxTrials: 1 trials done"));
    }
}
