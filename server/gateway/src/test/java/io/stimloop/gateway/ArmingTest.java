package io.stimloop.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.ManagedChannel;
import io.grpc.Status;
import io.grpc.netty.NettyChannelBuilder;
import io.stimloop.v1.ArmExperimentRequest;
import io.stimloop.v1.Arming;
import io.stimloop.v1.ArmingState;
import io.stimloop.v1.EmergencyStopRequest;
import io.stimloop.v1.EmergencyStopResponse;
import io.stimloop.v1.HaltReason;
import io.stimloop.v1.Heartbeat;
import io.stimloop.v1.Hello;
import io.stimloop.v1.Ready;
import io.stimloop.v1.RigMessage;
import io.stimloop.v1.Role;
import io.stimloop.v1.Safe;
import io.stimloop.v1.SafetyServiceGrpc;
import io.stimloop.v1.Welcome;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Arming and the stop button of its own port, over gRPC. */
class ArmingTest {
    @SuppressWarnings("NullAway.Init")
    private RunningServer server;

    @BeforeEach
    void start() throws IOException {
        server = RunningServer.start();
        var _ = server.create("light", Specs.light());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Arming arming() {
        return server.experiment("light").getArming();
    }

    private RawRig laser() {
        RawRig rig = server.rig();
        rig.send(
                RigMessage.newBuilder().setHello(Hello.newBuilder().setExperimentId("light").setRigId("laser")
                        .addRoles(Role.RECORDER).addRoles(Role.STIMULATOR)).build());
        Welcome welcome = rig.awaitWelcome();
        assertThat(welcome.getArmingRequired()).isTrue();
        assertThat(welcome.getExperiment().getLimits().getLimits().getOptical().hasPerTarget()).isTrue();
        rig.send(RigMessage.newBuilder().setHeartbeat(Heartbeat.newBuilder().setSequence(1)).build());
        rig.send(RigMessage.newBuilder()
                .setReady(Ready.newBuilder().setLimitsSha256(welcome.getLimitsSha256()).setHealthy(true))
                .build());
        return rig;
    }

    private Arming ready() {
        Arming now = arming();
        while (now.getState() != ArmingState.READY) {
            now = arming();
        }
        return now;
    }

    private RawRig armed() {
        RawRig rig = laser();
        Arming seen = ready();
        Arming armed = server.operator()
                .armExperiment(ArmExperimentRequest.newBuilder().setExperimentId("light")
                        .setLimitsSha256(seen.getLimitsSha256()).addAllRigIds(seen.getRigIdsList())
                        .setOperator("ada").build())
                .getArming();
        assertThat(armed.getState()).isEqualTo(ArmingState.ARMED);
        assertThat(rig.awaitPresent().getEpoch()).isEqualTo(armed.getEpoch());
        return rig;
    }

    private EmergencyStopResponse press() {
        ManagedChannel button = NettyChannelBuilder.forAddress("127.0.0.1", server.stopPort()).usePlaintext()
                .build();
        try {
            return SafetyServiceGrpc.newBlockingStub(button)
                    .emergencyStop(EmergencyStopRequest.newBuilder().setReason("smoke").build());
        } finally {
            button.shutdownNow();
        }
    }

    @Test
    void nothingIsArmedThatIsNotReadyAndTheReasonIsTold() {
        assertThat(arming().getMissingList()).containsExactly("no RECORDER is connected",
                "no STIMULATOR is connected");
        Refusal refusal = Refusal.ofCall(() -> server.operator()
                .armExperiment(ArmExperimentRequest.newBuilder().setExperimentId("light")
                        .setLimitsSha256(arming().getLimitsSha256()).build()));
        assertThat(refusal.code()).isEqualTo(Status.Code.FAILED_PRECONDITION);
        assertThat(refusal.description()).contains("no STIMULATOR is connected");
    }

    @Test
    void theStopButtonNamesAStimulatorThatDoesNotSayThatItIsSafe() {
        RawRig rig = armed();

        EmergencyStopResponse answer = press();

        assertThat(rig.awaitHalt().getReason()).isEqualTo(HaltReason.EMERGENCY_STOP);
        assertThat(answer.getExperimentIdsList()).containsExactly("light");
        assertThat(answer.getRigsList()).singleElement().satisfies(stopped -> {
            assertThat(stopped.getRigId()).isEqualTo("laser");
            assertThat(stopped.getSafe()).isFalse();
            assertThat(stopped.getDetail()).contains("500 ms");
        });
        rig.awaitEnd();
    }

    @Test
    void aServerThatStopsWaitsForTheStimulatorToBeSafe() throws InterruptedException {
        RawRig rig = armed();
        Thread closing = Thread.ofPlatform().start(server::close);

        assertThat(rig.awaitHalt().getReason()).isEqualTo(HaltReason.SERVER_STOPPING);
        rig.send(RigMessage.newBuilder().setSafe(Safe.newBuilder().setDetail("closed")).build());

        rig.awaitEnd();
        closing.join();
    }
}
