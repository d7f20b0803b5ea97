package io.stimloop.rig.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.grpc.Status;
import io.stimloop.v1.HaltReason;
import io.stimloop.v1.Hello;
import io.stimloop.v1.Outcome;
import io.stimloop.v1.ReceiptStatus;
import io.stimloop.v1.Role;
import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RigClientTest {
    @Test
    void helloIsTheFirstMessageAndSaysWhoTheRigIs() throws IOException {
        try (ClientFixture fixture = ClientFixture.bothRoles()) {
            fixture.start();
            assertThat(fixture.server.latest().received()).singleElement()
                    .satisfies(message -> assertThat(message.getHello()).isEqualTo(
                            Hello.newBuilder().setExperimentId("tuning-1").setRigId("rig-a")
                                    .addRoles(Role.RECORDER)
                                    .addRoles(Role.STIMULATOR).build()));
        }
    }

    @Test
    void aCommandIsAnsweredWithItsOutcome() throws IOException {
        try (ClientFixture fixture = ClientFixture.bothRoles()) {
            fixture.adapter.answerAtOnce(12);
            fixture.startWelcomed();
            fixture.server.latest().present(1, 22.5);
            assertThat(fixture.adapter.commands().getFirst().stimulus()).containsExactly(22.5);
            assertThat(fixture.server.latest().outcomes())
                    .containsExactly(Outcome.newBuilder().setTrial(1).addCounts(12).build());
        }
    }

    @Test
    void anAnswerMayBeAChoiceOrValues() throws IOException {
        try (ClientFixture fixture = ClientFixture.bothRoles()) {
            fixture.startWelcomed();
            fixture.server.latest().present(1, 22.5);
            fixture.adapter.latest().respondChoice(2);
            fixture.server.latest().present(2, 45);
            fixture.adapter.latest().respondValues(-0.5, 1e9);
            assertThat(fixture.server.latest().outcomes()).containsExactly(
                    Outcome.newBuilder().setTrial(1).addChoices(2).build(),
                    Outcome.newBuilder().setTrial(2).addValues(-0.5).addValues(1e9).build());
        }
    }

    @Test
    void aChoiceBelowNothingAndAValueThatIsNoNumberAreRefused() {
        assertThatThrownBy(() -> Response.ofChoice(-1)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("choices: are [-1], must each be 0 or above");
        assertThatThrownBy(() -> Response.ofValues(1, Double.NaN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("values: are [1.0, NaN], must each be finite");
    }

    @Test
    void aBlankTrialIsACommandWithoutStimulus() throws IOException {
        try (ClientFixture fixture = ClientFixture.bothRoles()) {
            fixture.adapter.answerAtOnce(3);
            fixture.startWelcomed();
            fixture.server.latest().present(1);
            assertThat(fixture.adapter.commands().getFirst().isBlank()).isTrue();
            assertThat(fixture.server.latest().outcomes()).hasSize(1);
        }
    }

    @Test
    void anAnswerMayComeLaterWithAllThatTheRigKnows() throws IOException {
        try (ClientFixture fixture = ClientFixture.bothRoles()) {
            fixture.startWelcomed();
            fixture.server.latest().present(1, 90);
            assertThat(fixture.server.latest().outcomes()).isEmpty();
            Instant observed = Instant.ofEpochSecond(1_700_000_000, 5);
            fixture.adapter.latest().receipt(ReceiptStatus.DELIVERED, observed, "x".repeat(2000));
            fixture.adapter.latest().respond(new Response(new int[]{7}, new double[]{91.5}, false, observed));
            Outcome outcome = fixture.server.latest().outcomes().getFirst();
            assertThat(outcome.getPresentedList()).containsExactly(91.5);
            assertThat(outcome.getObservedAt().getSeconds()).isEqualTo(1_700_000_000);
            assertThat(outcome.getObservedAt().getNanos()).isEqualTo(5);
            assertThat(fixture.server.latest().receipts()).singleElement().satisfies(receipt -> {
                assertThat(receipt.getStatus()).isEqualTo(ReceiptStatus.DELIVERED);
                assertThat(receipt.getOnset()).isEqualTo(outcome.getObservedAt());
                assertThat(receipt.getDetail()).hasSize(1024);
            });
        }
    }

    @Test
    void aSecondAnswerIsRefused() throws IOException {
        try (ClientFixture fixture = ClientFixture.bothRoles()) {
            fixture.startWelcomed();
            fixture.server.latest().present(1, 90);
            fixture.adapter.latest().respond(7);
            assertThatThrownBy(() -> fixture.adapter.latest().respond(8))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("trial 1 was answered already");
            assertThat(fixture.server.latest().outcomes()).hasSize(1);
        }
    }

    @Test
    void theAnswerToACommandThatWasReplacedIsLetGo() throws IOException {
        try (ClientFixture fixture = ClientFixture.bothRoles()) {
            fixture.startWelcomed();
            fixture.server.latest().present(1, 90);
            Responder replaced = fixture.adapter.latest();
            fixture.server.latest().present(2, 45);
            assertThat(replaced.mayPresent()).isFalse();
            replaced.respond(7);
            assertThat(fixture.server.latest().outcomes()).isEmpty();
            fixture.adapter.latest().respond(8);
            assertThat(fixture.server.latest().outcomes()).extracting(Outcome::getTrial).containsExactly(2L);
        }
    }

    @Test
    void aNegativeCountIsRefused() {
        assertThatThrownBy(() -> Response.of(3, -1)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("[3, -1]").hasMessageContaining("0 or above");
    }

    @Test
    void aRigThatOnlyStimulatesHasNoAnswers() throws IOException {
        try (ClientFixture fixture = new ClientFixture(Role.STIMULATOR)) {
            fixture.startWelcomed();
            fixture.server.latest().present(1, 90);
            assertThatThrownBy(() -> fixture.adapter.latest().respond(7))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("rig-a").hasMessageContaining("RECORDER");
        }
    }

    @Test
    void heartbeatsAreAnsweredAndCounted() throws IOException {
        try (ClientFixture fixture = ClientFixture.bothRoles()) {
            fixture.startWelcomed();
            fixture.server.latest().heartbeat();
            fixture.server.latest().heartbeat();
            assertThat(fixture.server.latest().received().stream().filter(message -> message.hasHeartbeat())
                    .map(message -> message.getHeartbeat().getSequence())).containsExactly(1L, 2L);
        }
    }

    @Test
    void haltGoesSafeAtOnceAndEnds() throws IOException {
        try (ClientFixture fixture = ClientFixture.bothRoles()) {
            fixture.startWelcomed();
            fixture.server.latest().present(1, 90);
            fixture.server.latest().halt(HaltReason.EMERGENCY_STOP, "smoke");
            assertThat(fixture.adapter.safe()).containsExactly("halted: EMERGENCY_STOP: smoke");
            assertThat(fixture.ending)
                    .isCompletedWithValue(new Ending.Halted(HaltReason.EMERGENCY_STOP, "smoke"));
            fixture.adapter.latest().respond(7);
            assertThat(fixture.server.latest().outcomes()).isEmpty();
            assertThat(fixture.clock.timers()).isZero();
        }
    }

    @Test
    void finishedGoesSafeAndEndsWithItsReason() throws IOException {
        try (ClientFixture fixture = ClientFixture.bothRoles()) {
            fixture.startWelcomed();
            fixture.server.latest().finish(160, "maxTrials: 160 trials done");
            assertThat(fixture.ending)
                    .isCompletedWithValue(new Ending.Finished(160, "maxTrials: 160 trials done"));
            assertThat(fixture.adapter.safe()).containsExactly("finished: maxTrials: 160 trials done");
            assertThat(fixture.server.latest().rigLeft()).isTrue();
            fixture.clock.advanceMillis(60_000);
            assertThat(fixture.server.streams()).hasSize(1);
        }
    }

    @Test
    void closingGoesSafeAndLeaves() throws IOException {
        try (ClientFixture fixture = ClientFixture.bothRoles()) {
            fixture.startWelcomed();
            fixture.client.close();
            fixture.client.close();
            assertThat(fixture.ending).isCompletedWithValue(new Ending.Closed());
            assertThat(fixture.adapter.safe()).containsExactly("closed by the rig");
            assertThat(fixture.server.latest().rigLeft()).isTrue();
        }
    }

    @Test
    void whatTheAdapterThrowsEndsTheClientAfterItHasGoneSafe() throws IOException {
        try (ClientFixture fixture = ClientFixture.bothRoles()) {
            IllegalArgumentException error = new IllegalArgumentException("stimulus 33.0 was not recorded");
            fixture.adapter.failWith(error);
            fixture.startWelcomed();
            fixture.server.latest().present(1, 33);
            assertThatThrownBy(fixture.ending::join).hasCause(error);
            assertThat(fixture.adapter.safe()).singleElement().asString()
                    .contains("stimulus 33.0 was not recorded");
            assertThat(fixture.server.latest().rigLeft()).isTrue();
        }
    }

    @Test
    void aServerThatEndsTheStreamWithoutAWordIsComeBackTo() throws IOException {
        try (ClientFixture fixture = ClientFixture.bothRoles()) {
            fixture.startWelcomed();
            fixture.server.latest().complete();
            fixture.clock.advanceMillis(200);
            assertThat(fixture.server.streams()).hasSize(2);
            assertThat(fixture.server.latest().received().getFirst().hasHello()).isTrue();
            assertThat(fixture.ending).isNotDone();
            fixture.server.latest().breakOff(Status.Code.NOT_FOUND);
            assertThat(fixture.ending).isCompletedExceptionally();
        }
    }
}
