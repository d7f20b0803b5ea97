package io.stimloop.control.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import io.stimloop.v1.HaltReason;
import io.stimloop.v1.Present;
import io.stimloop.v1.Receipt;
import io.stimloop.v1.ReceiptStatus;
import io.stimloop.v1.State;
import org.junit.jupiter.api.Test;

/** Rigs that come, go, come back, and want what another one has. */
class RigsTest {
    private final Bench bench = Bench.ofSequence();

    private void vanish(RecordingPort port) {
        port.vanish();
        bench.experiment.disconnect(port);
    }

    @Test
    void commandsStartWhenBothRolesArePresentAndGoToEveryRig() {
        RecordingPort recorder = bench.connect("probe", Roles.RECORDER);
        assertThat(recorder.presents()).isEmpty();
        assertThat(bench.state()).isEqualTo(State.CREATED);

        RecordingPort stimulator = bench.connect("laser", Roles.STIMULATOR);

        assertThat(bench.state()).isEqualTo(State.RUNNING);
        assertThat(recorder.trials()).containsExactly(1L);
        assertThat(stimulator.presents()).isEqualTo(recorder.presents());
    }

    @Test
    void twoRecordersAreOneTooMany() {
        RecordingPort first = bench.connect("one", Bench.BOTH);

        RecordingPort second = bench.connect("two", Roles.RECORDER);

        assertThat(second.refusals()).singleElement().satisfies(refused -> {
            assertThat(refused.kind()).isEqualTo(Refused.Kind.TAKEN);
            assertThat(refused.violations().getFirst().field()).isEqualTo("hello.roles");
            assertThat(refused).hasMessageContaining("RECORDER is held by rig one");
        });
        assertThat(second.sent()).isEmpty();
        assertThat(first.open()).isTrue();
        bench.count(first, 3);
        assertThat(first.trials()).containsExactly(1L, 2L);
    }

    @Test
    void theSameRigTakesOverItsOwnOlderStream() {
        RecordingPort older = bench.connect();

        RecordingPort newer = bench.connect();

        assertThat(older.halts()).containsExactly(HaltReason.SUPERSEDED);
        assertThat(newer.presents()).isEqualTo(older.presents());
        assertThat(bench.experiment.rigs()).isEqualTo(1);
        bench.experiment.disconnect(older);
        assertThat(bench.experiment.rigs()).isEqualTo(1);
    }

    @Test
    void aRigThatVanishedMidTrialGetsTheSameCommandAgainInANewEpoch() {
        RecordingPort rig = bench.connect();
        bench.count(rig, 3);
        Present underWay = rig.lastPresent();
        vanish(rig);
        assertThat(bench.experiment.rigs()).isZero();

        RecordingPort again = bench.connect();

        assertThat(again.presents()).containsExactly(underWay);
        assertThat(again.welcome().getNextTrial()).isEqualTo(2);
        assertThat(again.welcome().getEpoch()).isGreaterThan(rig.welcome().getEpoch());
        bench.count(again, 3);
        assertThat(again.trials()).containsExactly(2L, 3L);
    }

    @Test
    void anOutcomeWhoseAcknowledgementWasLostMayBeSentAgainOnTheNextStream() {
        RecordingPort rig = bench.connect();
        bench.count(rig, 3);
        vanish(rig);

        RecordingPort again = bench.connect();
        bench.outcome(again, Bench.counted(1, 3));

        assertThat(again.acknowledged()).containsExactly(1L);
        assertThat(bench.belief.trials()).isEqualTo(1);
    }

    @Test
    void nothingIsPresentedWhileTheStimulatorIsAway() {
        RecordingPort recorder = bench.connect("probe", Roles.RECORDER);
        RecordingPort stimulator = bench.connect("laser", Roles.STIMULATOR);
        vanish(stimulator);

        bench.count(recorder, 3);
        assertThat(recorder.trials()).containsExactly(1L);
        RecordingPort again = bench.connect("laser", Roles.STIMULATOR);

        assertThat(recorder.trials()).containsExactly(1L, 2L);
        assertThat(again.trials()).containsExactly(2L);
    }

    @Test
    void anOutcomeFromAStreamThatIsGoneChangesNothing() {
        RecordingPort rig = bench.connect();
        vanish(rig);

        bench.count(rig, 3);

        assertThat(bench.belief.trials()).isZero();
    }

    @Test
    void aRigThatWasRefusedHoldsItsRolesNoLonger() {
        RecordingPort first = bench.connect("one", Bench.BOTH);
        bench.outcome(first, Bench.counted(9, 3));
        assertThat(first.refusals()).hasSize(1);

        RecordingPort second = bench.connect("two", Bench.BOTH);

        assertThat(second.refusals()).isEmpty();
        assertThat(second.trials()).containsExactly(1L);
        assertThat(bench.experiment.rigs()).isEqualTo(1);
    }

    /** As when a rig that does not read was cut off: the port is closed before anyone says so. */
    @Test
    void aRigThatWasCutOffHoldsItsRolesNoLonger() {
        RecordingPort first = bench.connect("one", Bench.BOTH);
        first.vanish();

        assertThat(bench.experiment.rigs()).isZero();
        assertThat(bench.connect("two", Bench.BOTH).trials()).containsExactly(1L);
    }

    @Test
    void aRigThatLeftBeforeItsHelloWasHeardIsNotAdmitted() {
        RecordingPort port = new RecordingPort();
        port.vanish();

        bench.experiment.connect(port, "rig", Bench.BOTH, false);

        assertThat(bench.experiment.rigs()).isZero();
        assertThat(bench.state()).isEqualTo(State.CREATED);
    }

    @Test
    void receiptsAreHeardFromStimulatorsAboutTrialsThatWerePresented() {
        RecordingPort rig = bench.connect();
        bench.count(rig, 3);

        bench.experiment.receipt(rig, receipt(1, ReceiptStatus.DELIVERED));
        bench.experiment.receipt(rig, receipt(2, ReceiptStatus.REFUSED));

        assertThat(bench.listener.receipts).containsExactly(ReceiptStatus.DELIVERED, ReceiptStatus.REFUSED);
    }

    @Test
    void aReceiptForATrialThatWasNotPresentedIsRefused() {
        RecordingPort rig = bench.connect();

        bench.experiment.receipt(rig, receipt(2, ReceiptStatus.DELIVERED));

        requireRefused(rig, "receipt.trial");
    }

    @Test
    void aReceiptThatSaysNothingIsRefused() {
        RecordingPort rig = bench.connect();

        bench.experiment.receipt(rig, receipt(1, ReceiptStatus.RECEIPT_STATUS_UNSPECIFIED));

        requireRefused(rig, "receipt.status");
    }

    @Test
    void aReceiptThatSaysTooMuchIsRefused() {
        RecordingPort rig = bench.connect();

        bench.experiment.receipt(rig,
                receipt(1, ReceiptStatus.FAILED).toBuilder().setDetail("x".repeat(1_025)).build());

        requireRefused(rig, "receipt.detail");
    }

    private void requireRefused(RecordingPort rig, String field) {
        assertThat(rig.refusals()).singleElement().satisfies(refused -> {
            assertThat(refused.kind()).isEqualTo(Refused.Kind.INVALID);
            assertThat(refused.violations()).singleElement()
                    .satisfies(violation -> assertThat(violation.field()).isEqualTo(field));
        });
        assertThat(bench.listener.receipts).isEmpty();
        assertThat(bench.listener.receptions).isEmpty();
    }

    private static Receipt receipt(long trial, ReceiptStatus status) {
        return Receipt.newBuilder().setTrial(trial).setStatus(status).build();
    }

    @Test
    void everyTickIsAHeartbeat() {
        RecordingPort rig = bench.connect();

        bench.experiment.tick("");
        bench.experiment.tick("");

        assertThat(rig.heartbeats()).isEqualTo(2);
    }
}
