package io.stimloop.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Status;
import io.stimloop.v1.EmergencyStopRequest;
import io.stimloop.v1.EmergencyStopResponse;
import io.stimloop.v1.Halt;
import io.stimloop.v1.HaltReason;
import io.stimloop.v1.Present;
import io.stimloop.v1.Role;
import io.stimloop.v1.State;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The stop button: of one experiment, then of the whole server. */
class EmergencyStopTest {
    private static EmergencyStopResponse stop(RunningServer server, String id, String reason) {
        return server.operator().emergencyStop(
                EmergencyStopRequest.newBuilder().setExperimentId(id).setReason(reason).build());
    }

    private static void requireHalted(RawRig rig, String reason) {
        Halt halt = rig.awaitHalt();
        assertThat(halt.getReason()).isEqualTo(HaltReason.EMERGENCY_STOP);
        assertThat(halt.getDetail()).isEqualTo(reason);
        rig.awaitEnd();
    }

    @Test
    void theStopHaltsOneExperimentThenAllAndLatches() throws IOException {
        try (RunningServer server = RunningServer.start()) {
            server.createSequence("one");
            server.createSequence("other");
            RawRig one = server.rig("one", "rig");
            one.awaitPresent();
            RawRig other = server.rig("other", "rig");
            Present present = other.awaitPresent();

            assertThat(stop(server, "one", "smoke").getExperimentIdsList()).containsExactly("one");
            requireHalted(one, "smoke");
            requireStaysHalted(server);
            present = other.answer(present, 3);
            assertThat(present.getTrial()).isEqualTo(2);

            assertThat(stop(server, "", "fire").getExperimentIdsList()).containsExactly("other");
            requireHalted(other, "fire");
            requireLatched(server);
        }
    }

    private static void requireStaysHalted(RunningServer server) {
        assertThat(server.experiment("one").getState()).isEqualTo(State.HALTED);
        assertThat(server.experiment("one").getReason()).isEqualTo("smoke");
        RawRig late = server.rig();
        late.hello("one", "rig", List.of(Role.RECORDER, Role.STIMULATOR));
        Refusal refusal = late.awaitRefusal();
        assertThat(refusal.code()).isEqualTo(Status.Code.FAILED_PRECONDITION);
        assertThat(refusal.description()).contains("HALTED", "smoke");
        assertThat(late.unread()).isEmpty();
        assertThat(Refusal.ofCall(() -> server.finish("one")).code())
                .isEqualTo(Status.Code.FAILED_PRECONDITION);
    }

    private static void requireLatched(RunningServer server) {
        Refusal refusal = Refusal.ofCall(() -> server.createSequence("third"));
        assertThat(refusal.code()).isEqualTo(Status.Code.FAILED_PRECONDITION);
        assertThat(refusal.description()).contains("latched (fire)");
        assertThat(server.belief("other").getTrials()).isEqualTo(1);
        assertThat(stop(server, "", "again").getExperimentIdsList()).isEmpty();
        assertThat(Refusal.ofCall(() -> stop(server, "nowhere", "")).code()).isEqualTo(Status.Code.NOT_FOUND);
    }

    @Test
    void aServerThatStopsTellsItsRigsToGoSafe() throws IOException {
        RawRig rig;
        try (RunningServer server = RunningServer.start()) {
            server.createSequence("one");
            rig = server.rig("one", "rig");
            rig.awaitPresent();
        }

        assertThat(rig.awaitHalt().getReason()).isEqualTo(HaltReason.SERVER_STOPPING);
        rig.awaitEnd();
    }
}
