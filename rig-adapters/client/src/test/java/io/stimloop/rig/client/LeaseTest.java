package io.stimloop.rig.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.stimloop.v1.Outcome;
import io.stimloop.v1.Receipt;
import io.stimloop.v1.ReceiptStatus;
import io.stimloop.v1.Role;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class LeaseTest {
    private static final Outcome INVALID = Outcome.newBuilder().setTrial(1).setInvalid(true).build();

    @Test
    void aStimulatorThatHearsNothingForTheLeaseGoesSafeAndComesBack() throws IOException {
        try (ClientFixture fixture = ClientFixture.bothRoles()) {
            fixture.startWelcomed();
            fixture.server.latest().present(1, 45);
            fixture.clock.advanceMillis(ScriptedServer.LEASE_MILLIS - 1);
            assertThat(fixture.adapter.safe()).isEmpty();
            fixture.clock.advanceMillis(1);
            assertThat(fixture.adapter.safe()).singleElement().asString().contains("nothing was heard");
            fixture.clock.advanceMillis(200);
            assertThat(fixture.server.streams()).hasSize(2);
        }
    }

    @Test
    void anyWordFromTheServerKeepsTheLease() throws IOException {
        try (ClientFixture fixture = ClientFixture.bothRoles()) {
            fixture.startWelcomed();
            for (int beat = 0; beat < 20; beat++) {
                fixture.clock.advanceMillis(ScriptedServer.LEASE_MILLIS / 3);
                fixture.server.latest().heartbeat();
            }
            assertThat(fixture.adapter.safe()).isEmpty();
            fixture.clock.advanceMillis(ScriptedServer.LEASE_MILLIS);
            assertThat(fixture.adapter.safe()).hasSize(1);
        }
    }

    @Test
    void theLeaseRunsOnWhileTheServerIsOutOfReach() throws IOException {
        try (ClientFixture fixture = ClientFixture.bothRoles()) {
            fixture.startWelcomed();
            fixture.server.latest().breakOff(io.grpc.Status.Code.UNAVAILABLE);
            fixture.clock.advanceMillis(ScriptedServer.LEASE_MILLIS);
            assertThat(fixture.adapter.safe()).hasSize(1);
        }
    }

    @Test
    void theTrialThatTheLeaseBrokeOffIsInvalidAndItsLateAnswerLetGo() throws IOException {
        try (ClientFixture fixture = ClientFixture.bothRoles()) {
            fixture.startWelcomed();
            fixture.server.latest().present(1, 45);
            fixture.clock.advanceMillis(ScriptedServer.LEASE_MILLIS);
            assertThat(fixture.adapter.latest().mayPresent()).isFalse();
            fixture.adapter.latest().respond(9);
            fixture.clock.advanceMillis(200);
            fixture.server.latest().welcome(2, 1, 0);
            assertThat(fixture.server.latest().outcomes()).containsExactly(INVALID);
        }
    }

    @Test
    void aRecorderAloneOnlyReconnects() throws IOException {
        try (ClientFixture fixture = new ClientFixture(Role.RECORDER)) {
            fixture.startWelcomed();
            fixture.server.latest().present(1, 45);
            fixture.clock.advanceMillis(ScriptedServer.LEASE_MILLIS + 200);
            assertThat(fixture.adapter.safe()).isEmpty();
            fixture.server.latest().welcome(2, 1, 0);
            fixture.adapter.latest().respond(9);
            assertThat(fixture.server.latest().outcomes())
                    .containsExactly(Outcome.newBuilder().setTrial(1).addCounts(9).build());
        }
    }

    @Test
    void aCommandOfAnOlderEpochIsNotCarriedOut() throws IOException {
        try (ClientFixture fixture = ClientFixture.bothRoles()) {
            fixture.start();
            fixture.server.latest().welcome(5, 1, 0);
            fixture.reconnect(4, 1, 0);
            fixture.server.latest().present(1, 45);
            assertThat(fixture.adapter.trials()).isEmpty();
            assertThat(fixture.server.latest().outcomes()).containsExactly(INVALID);
            assertThat(fixture.server.latest().receipts()).containsExactly(
                    Receipt.newBuilder().setTrial(1).setStatus(ReceiptStatus.REFUSED)
                            .setDetail("epoch 4 is older than 5").build());
        }
    }

    @Test
    void aCommandThatWaitedLongerThanItIsValidIsNotCarriedOut() throws IOException {
        try (ClientFixture fixture = ClientFixture.bothRoles()) {
            fixture.startWelcomed();
            fixture.clock.pauseAfterNextReadMillis(ScriptedServer.VALID_FOR_MILLIS + 1);
            fixture.server.latest().present(1, 45);
            assertThat(fixture.adapter.trials()).isEmpty();
            assertThat(fixture.server.latest().outcomes()).containsExactly(INVALID);
            assertThat(fixture.server.latest().receipts()).singleElement()
                    .satisfies(receipt -> assertThat(receipt.getStatus()).isEqualTo(ReceiptStatus.REFUSED));
        }
    }

    @Test
    void anAdapterThatWaitsLearnsThatItsCommandHasExpired() throws IOException {
        try (ClientFixture fixture = ClientFixture.bothRoles()) {
            fixture.startWelcomed();
            fixture.server.latest().present(1, 45);
            fixture.clock.advanceMillis(ScriptedServer.VALID_FOR_MILLIS);
            assertThat(fixture.adapter.latest().mayPresent()).isTrue();
            fixture.clock.advanceMillis(1);
            assertThat(fixture.adapter.latest().mayPresent()).isFalse();
            fixture.adapter.latest().respond(Response.INVALID);
            assertThat(fixture.server.latest().outcomes()).containsExactly(INVALID);
        }
    }
}
