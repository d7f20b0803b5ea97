package io.stimloop.control.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stimloop.control.spec.Resolution;
import io.stimloop.control.spec.ResolvedSpec;
import io.stimloop.control.spec.SpecResolver;
import io.stimloop.v1.ArmExperimentRequest;
import io.stimloop.v1.Arming;
import io.stimloop.v1.ArmingState;
import io.stimloop.v1.DisarmExperimentRequest;
import io.stimloop.v1.HaltReason;
import io.stimloop.v1.Present;
import io.stimloop.v1.Ready;
import io.stimloop.v1.Receipt;
import io.stimloop.v1.ReceiptStatus;
import io.stimloop.v1.Safe;
import io.stimloop.v1.State;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

/** An experiment that drives light: what leaves, and when, and never twice. */
class ArmedTrialsTest {
    private final Bench bench = Bench.of("light", spec());

    private static ResolvedSpec spec() {
        Resolution resolution = SpecResolver.resolve(
                Specs.parsed(
                        """
                                name: "light" seed: 3 neurons { name: "cell" }
                                stimulus { targets {
                                  targets { name: "a" x_um: 0 y_um: 0 } targets { name: "b" x_um: 100 y_um: 0 }
                                  powers { values: [2, 5] } most_at_once: 1 candidates: 4
                                } }
                                model { optogenetic {
                                  link: EXPONENTIAL bias { mean: 0 sd: 0.5 } weight { mean: 1.5 sd: 0.5 } connected: 0.2 half_power: 4
                                } }
                                objective { infomax { } } planner { balanced { } }
                                safety { lease { nanos: 50000000 } }
                                """),
                Long.MAX_VALUE);
        return ((Resolution.Accepted) resolution).spec();
    }

    private RecordingPort stimulator() {
        return bench.connect("laser", Bench.BOTH, false);
    }

    private Arming arming() {
        return bench.experiment.description().join().getArming();
    }

    private void ready(RecordingPort rig) {
        bench.experiment.ready(rig, Ready.newBuilder().setLimitsSha256(arming().getLimitsSha256())
                .setHealthy(true).build());
    }

    private void arm() {
        var _ = bench.experiment.arm(request().build()).join();
    }

    private ArmExperimentRequest.Builder request() {
        return ArmExperimentRequest.newBuilder().setExperimentId("light")
                .setLimitsSha256(arming().getLimitsSha256()).addRigIds("laser").setOperator("ada");
    }

    private RecordingPort armed() {
        RecordingPort rig = stimulator();
        ready(rig);
        arm();
        return rig;
    }

    private void vanish(RecordingPort rig) {
        rig.vanish();
        bench.experiment.disconnect(rig);
    }

    @Test
    void anAdapterHearsThatItIsArmedBeforeTheFirstCommand() {
        assertThat(armed().armedAtPresents()).containsExactly(true);
    }

    @Test
    void nothingLeavesBeforeAnOperatorArms() {
        RecordingPort rig = stimulator();
        assertThat(rig.welcome().getArmingRequired()).isTrue();
        assertThat(arming().getState()).isEqualTo(ArmingState.SAFE);
        assertThat(arming().getMissingList()).containsExactly("rig laser has not said Ready");
        ready(rig);
        assertThat(arming().getState()).isEqualTo(ArmingState.READY);
        assertThat(rig.presents()).isEmpty();
        assertThat(bench.state()).isEqualTo(State.CREATED);

        arm();

        assertThat(arming().getState()).isEqualTo(ArmingState.ARMED);
        assertThat(arming().getArmedBy()).isEqualTo("ada");
        assertThat(rig.trials()).containsExactly(1L);
        Present first = rig.lastPresent();
        assertThat(first.getEpoch()).isEqualTo(arming().getEpoch()).isGreaterThan(rig.welcome().getEpoch());
        assertThat(first.getCounter()).isEqualTo(1);
        assertThat(first.getLimitsSha256()).isEqualTo(rig.welcome().getLimitsSha256()).hasSize(64);
        bench.count(rig, 1);
        assertThat(rig.lastPresent().getCounter()).isEqualTo(2);
    }

    @Test
    void anOperatorWhoSawSomethingElseDoesNotArm() {
        ready(stimulator());
        requireRefused(request().setLimitsSha256("abc"), Refused.Kind.INVALID, "limits_sha256");
        requireRefused(request().addRigIds("other"), Refused.Kind.INVALID, "rig_ids");
        requireRefused(request().clearRigIds(), Refused.Kind.INVALID, "rig_ids");
        assertThat(arming().getState()).isEqualTo(ArmingState.READY);
    }

    @Test
    void allThatIsMissingIsTheReasonNotToArm() {
        RecordingPort rig = bench.connect("laser", Roles.STIMULATOR, false);
        bench.experiment.ready(rig, Ready.newBuilder().setLimitsSha256("abc").setDetail("shutter stuck")
                .build());
        requireRefused(request(), Refused.Kind.STATE,
                "no RECORDER is connected; rig laser holds the limits abc");
        requireRefused(request(), Refused.Kind.STATE, "rig laser is not healthy: shutter stuck");
    }

    private void requireRefused(ArmExperimentRequest.Builder request, Refused.Kind kind, String words) {
        assertThatThrownBy(() -> bench.experiment.arm(request.build()).join())
                .isInstanceOf(CompletionException.class).cause()
                .isInstanceOfSatisfying(Refused.class, refused -> {
                    assertThat(refused.kind()).isEqualTo(kind);
                    assertThat(refused).hasMessageContaining(words);
                });
    }

    @Test
    void aSimulatedStimulatorArmsItselfAndGetsItsCommandAgain() {
        RecordingPort rig = bench.connect();
        assertThat(rig.welcome().getArmingRequired()).isFalse();
        assertThat(arming().getRequired()).isFalse();
        assertThat(arming().getArmedBy()).isEqualTo("automatically: rig rig says that it is simulated");
        Present underWay = rig.lastPresent();
        vanish(rig);
        assertThat(bench.connect().presents()).containsExactly(underWay);
    }

    @Test
    void aStimulatorThatComesBackIsNeverSentTheSameStimulusAgain() {
        RecordingPort rig = armed();
        bench.count(rig, 1);
        assertThat(rig.trials()).containsExactly(1L, 2L);
        vanish(rig);
        assertThat(arming().getState()).isEqualTo(ArmingState.SAFE);
        assertThat(arming().getReason()).isEqualTo("rig laser is away");

        RecordingPort again = stimulator();
        assertThat(again.welcome().getNextTrial()).isEqualTo(2);
        ready(again);
        assertThat(again.presents()).isEmpty();
        arm();

        assertThat(again.trials()).containsExactly(3L);
        assertThat(bench.listener.receptions).containsExactly(TrialListener.Reception.LEARNED,
                TrialListener.Reception.INVALID);
        bench.outcome(again, Bench.counted(2, 1));
        assertThat(again.acknowledged()).containsExactly(2L);
        bench.count(again, 1);
        assertThat(again.trials()).containsExactly(3L, 4L);
        assertThat(bench.experiment.description().join().getTrials()).isEqualTo(2);
    }

    @Test
    void anOutcomeThatComesBeforeTheNextArmingIsLearnedFrom() {
        RecordingPort rig = armed();
        vanish(rig);
        RecordingPort again = stimulator();

        bench.outcome(again, Bench.counted(1, 1));

        assertThat(again.acknowledged()).containsExactly(1L);
        ready(again);
        arm();
        assertThat(again.trials()).containsExactly(2L);
        assertThat(bench.listener.receptions).containsExactly(TrialListener.Reception.LEARNED);
    }

    @Test
    void aRecorderThatComesBackIsToldOfTheTrialUnderWay() {
        RecordingPort recorder = bench.connect("probe", Roles.RECORDER, false);
        RecordingPort laser = bench.connect("laser", Roles.STIMULATOR, false);
        ready(laser);
        var _ = bench.experiment.arm(request().addRigIds("probe").build()).join();
        vanish(recorder);

        RecordingPort again = bench.connect("probe", Roles.RECORDER, false);

        assertThat(again.trials()).containsExactly(1L);
        assertThat(laser.trials()).containsExactly(1L);
        assertThat(arming().getState()).isEqualTo(ArmingState.ARMED);
    }

    @Test
    void aStimulatorThatWentSafeByItselfIsNotCommandedAnyMore() {
        RecordingPort rig = armed();
        long epoch = arming().getEpoch();
        bench.experiment.safe(rig, Safe.newBuilder().setEpoch(epoch - 1).build());
        assertThat(arming().getState()).isEqualTo(ArmingState.ARMED);

        bench.experiment.safe(rig, Safe.newBuilder().setEpoch(epoch).setDetail("the lease ran out").build());

        assertThat(arming().getState()).isEqualTo(ArmingState.READY);
        assertThat(arming().getReason()).isEqualTo("rig laser went safe: the lease ran out");
        bench.outcome(rig, Bench.invalid(1));
        assertThat(rig.trials()).containsExactly(1L);
        arm();
        assertThat(arming().getEpoch()).isGreaterThan(epoch);
        assertThat(rig.trials()).containsExactly(1L, 2L);
    }

    @Test
    void disarmingTellsTheStimulatorAtOnce() {
        RecordingPort rig = armed();
        bench.experiment.tick("");
        assertThat(rig.lastBeat().armed()).isTrue();
        assertThat(rig.lastBeat().epoch()).isEqualTo(arming().getEpoch());

        var _ = bench.experiment.disarm(DisarmExperimentRequest.newBuilder().setOperator("ada")
                .setReason("lunch").build()).join();

        assertThat(rig.lastBeat().armed()).isFalse();
        assertThat(arming().getReason()).isEqualTo("disarmed by ada: lunch");
        bench.outcome(rig, Bench.counted(1, 0));
        assertThat(rig.trials()).containsExactly(1L);
    }

    @Test
    void aReceiptThatContradictsItsCommandIsAFaultUntilAnOperatorHasLooked() {
        RecordingPort rig = armed();
        Present command = rig.lastPresent();
        List<Double> stronger = command.getStimulusList().stream().map(value -> 1.1 * value).toList();

        bench.experiment.receipt(rig, receipt(command).clearDelivered().addAllDelivered(stronger).build());

        assertThat(arming().getState()).isEqualTo(ArmingState.FAULTED);
        assertThat(arming().getReason()).startsWith("receipt of trial 1: delivered ");
        requireRefused(request(), Refused.Kind.STATE, "a fault was not looked at: receipt of trial 1");
        var _ = bench.experiment.disarm(DisarmExperimentRequest.newBuilder().setOperator("ada").build())
                .join();
        assertThat(arming().getState()).isEqualTo(ArmingState.READY);
    }

    @Test
    void receiptsThatAgreeAreNoFault() {
        RecordingPort rig = armed();
        for (int trial = 1; trial <= 10; trial++) {
            bench.experiment.receipt(rig, receipt(rig.lastPresent()).build());
            bench.count(rig, 1);
        }
        assertThat(arming().getState()).isEqualTo(ArmingState.ARMED);
        assertThat(bench.listener.receipts).hasSize(10).containsOnly(ReceiptStatus.DELIVERED);
    }

    @Test
    void aStimulatorThatSendsNoReceiptsIsAFault() {
        RecordingPort rig = armed();
        bench.count(rig, 1);
        bench.count(rig, 1);
        assertThat(arming().getState()).isEqualTo(ArmingState.ARMED);
        bench.count(rig, 1);
        assertThat(arming().getReason()).isEqualTo("the stimulator has sent no receipt for trial 1");
        assertThat(arming().getState()).isEqualTo(ArmingState.FAULTED);
    }

    private static Receipt.Builder receipt(Present command) {
        return Receipt.newBuilder().setTrial(command.getTrial()).setStatus(ReceiptStatus.DELIVERED)
                .addAllDelivered(command.getStimulusList()).setEpoch(command.getEpoch())
                .setCounter(command.getCounter());
    }

    @Test
    void aServerThatStoodStillForALeaseDisarms() {
        RecordingPort rig = armed();
        bench.clock.advance(50 * HandClock.MILLISECOND);
        bench.experiment.tick("");
        assertThat(arming().getState()).isEqualTo(ArmingState.ARMED);
        bench.clock.advance(51 * HandClock.MILLISECOND);
        bench.count(rig, 1);
        assertThat(rig.trials()).as("no command in the meantime").containsExactly(1L);
        bench.experiment.tick("");
        assertThat(arming().getReason()).isEqualTo("the server stood still for 51 ms");
        assertThat(rig.lastBeat().armed()).isFalse();
    }

    @Test
    void aPartThatDoesNotAnswerEndsTheLeaseAndPreventsArming() {
        RecordingPort rig = armed();

        bench.experiment.tick("the journal has not answered for 60 ms");

        assertThat(rig.lastBeat().armed()).isFalse();
        assertThat(arming().getMissingList()).containsExactly("the journal has not answered for 60 ms");
        bench.experiment.tick("");
        assertThat(arming().getState()).isEqualTo(ArmingState.READY);
    }

    @Test
    void aHaltIsAcknowledgedWhenTheStimulatorHasSaidThatItIsSafe() {
        RecordingPort rig = armed();

        assertThat(bench.experiment.halt(HaltReason.EMERGENCY_STOP, "smoke")).isTrue();

        assertThat(rig.hearing()).isTrue();
        assertThat(bench.experiment.whenSafe()).isNotDone();
        bench.experiment.safe(rig, Safe.newBuilder().setDetail("shutter closed").build());
        assertThat(bench.experiment.whenSafe().join()).singleElement().satisfies(stopped -> {
            assertThat(stopped.getSafe()).isTrue();
            assertThat(stopped.getRigId()).isEqualTo("laser");
            assertThat(stopped.getDetail()).isEqualTo("shutter closed");
        });
        assertThat(rig.hearing()).isFalse();
        assertThat(arming().getState()).isEqualTo(ArmingState.SAFE);
        assertThat(arming().getMissingList()).contains("the experiment is HALTED");
    }

    @Test
    void aStimulatorThatDoesNotSayThatItIsSafeIsNamed() {
        armed();
        var _ = bench.experiment.halt(HaltReason.EMERGENCY_STOP, "smoke");
        assertThat(bench.experiment.whenSafe().join()).singleElement().satisfies(stopped -> {
            assertThat(stopped.getSafe()).isFalse();
            assertThat(stopped.getDetail()).isEqualTo("has not said that it is safe within 500 ms");
        });
    }
}
