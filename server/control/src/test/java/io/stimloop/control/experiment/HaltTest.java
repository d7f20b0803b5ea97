package io.stimloop.control.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import io.stimloop.v1.HaltReason;
import io.stimloop.v1.State;
import org.junit.jupiter.api.Test;

/** A halt comes at once, whatever the experiment's writer is in the middle of. */
class HaltTest {
    private final Bench bench = Bench.of(Specs.SEARCH, "");

    private void halt() {
        assertThat(bench.experiment.halt(HaltReason.EMERGENCY_STOP, "smoke")).isTrue();
    }

    @Test
    void everyRigIsToldToGoSafe() {
        RecordingPort stimulator = bench.connect("laser", Roles.STIMULATOR);
        RecordingPort recorder = bench.connect("probe", Roles.RECORDER);

        halt();

        assertThat(stimulator.halts()).containsExactly(HaltReason.EMERGENCY_STOP);
        assertThat(recorder.halts()).containsExactly(HaltReason.EMERGENCY_STOP);
    }

    @Test
    void aPlanUnderWayIsNotPresentedAfterAHalt() {
        RecordingPort rig = bench.connect();
        bench.clock.interruptNextReader(this::halt);

        bench.count(rig, 3);

        assertThat(rig.trials()).containsExactly(1L);
        assertThat(rig.halts()).containsExactly(HaltReason.EMERGENCY_STOP);
        assertThat(bench.state()).isEqualTo(State.HALTED);
        assertThat(bench.listener.failures).isEmpty();
    }

    @Test
    void theFirstPlanIsNotPresentedAfterAHaltEither() {
        bench.clock.interruptNextReader(this::halt);

        RecordingPort rig = bench.connect();

        assertThat(rig.presents()).isEmpty();
        assertThat(rig.halts()).containsExactly(HaltReason.EMERGENCY_STOP);
    }

    /** The end would be in good order, but the halt was first. */
    @Test
    void aHaltWithinTheLastTrialIsNotTurnedIntoAFinish() {
        Bench last = Bench.of(Specs.SEARCH, "max_trials: 1 max_duration { seconds: 60 }");
        RecordingPort rig = last.connect();
        last.clock.interruptNextReader(() -> last.experiment.halt(HaltReason.EMERGENCY_STOP, "smoke"));

        last.count(rig, 3);

        assertThat(last.state()).isEqualTo(State.HALTED);
        assertThat(rig.finished()).isNull();
        assertThat(rig.halts()).containsExactly(HaltReason.EMERGENCY_STOP);
    }

    /** The halt comes while the older stream of the same rig is being closed. */
    @Test
    void aRigThatIsBeingAdmittedDuringAHaltIsNotLeftBehind() {
        RecordingPort older = bench.connect();
        older.whenHalted(this::halt);

        RecordingPort newer = bench.connect();

        assertThat(newer.open()).isFalse();
        assertThat(newer.presents()).isEmpty();
        assertThat(bench.experiment.rigs()).isZero();
    }

    /** A server that stops leaves the experiment as it is. */
    @Test
    void aStoppingServerTellsTheRigsAndEndsNothing() {
        RecordingPort rig = bench.connect();

        bench.experiment.serverStopping("the server is stopping");

        assertThat(rig.halts()).containsExactly(HaltReason.SERVER_STOPPING);
        assertThat(bench.state()).isEqualTo(State.RUNNING);
    }
}
