package io.stimloop.rig.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stimloop.v1.Outcome;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResendTest {
    @Test
    void anOutcomeThatWasNotAcknowledgedIsSentAgainOnceAfterReconnecting() throws IOException {
        try (ClientFixture fixture = ClientFixture.bothRoles()) {
            fixture.adapter.answerAtOnce(5);
            fixture.startWelcomed();
            fixture.server.latest().present(1, 45);
            List<Outcome> first = fixture.server.latest().outcomes();
            fixture.reconnect(2, 1, 0);
            fixture.server.latest().present(1, 45);
            assertThat(fixture.server.latest().outcomes()).isEqualTo(first).hasSize(1);
            assertThat(fixture.adapter.trials()).containsExactly(1L);
        }
    }

    @Test
    void anOutcomeOfATrialThatTheServerHasPassedIsNotSentAgain() throws IOException {
        try (ClientFixture fixture = ClientFixture.bothRoles()) {
            fixture.adapter.answerAtOnce(5);
            fixture.startWelcomed();
            fixture.server.latest().present(1, 45);
            fixture.reconnect(2, 2, 0);
            fixture.server.latest().present(2, 90);
            assertThat(fixture.server.latest().outcomes()).extracting(Outcome::getTrial).containsExactly(2L);
        }
    }

    @Test
    void whatIsAcceptedButNotDurableIsKeptForAServerThatLostIt() throws IOException {
        try (ClientFixture fixture = ClientFixture.bothRoles()) {
            fixture.adapter.answerAtOnce(5);
            fixture.startWelcomed();
            for (int trial = 1; trial <= 3; trial++) {
                fixture.server.latest().present(trial, 45);
                fixture.server.latest().acknowledge(trial, 1);
            }
            fixture.reconnect(2, 2, 1);
            fixture.server.latest().present(3, 45);
            assertThat(fixture.server.latest().outcomes()).extracting(Outcome::getTrial).containsExactly(2L,
                    3L);
            assertThat(fixture.adapter.trials()).containsExactly(1L, 2L, 3L);
        }
    }

    @Test
    void aServerThatLostItsDecisionIsToldWhatWasReallyShown() throws IOException {
        try (ClientFixture fixture = ClientFixture.bothRoles()) {
            fixture.adapter.answerAtOnce(5);
            fixture.startWelcomed();
            fixture.server.latest().present(1, 45);
            fixture.server.latest().present(2, 90);
            fixture.reconnect(2, 1, 0);
            fixture.server.latest().present(2, 135);
            assertThat(fixture.server.latest().outcomes().getLast())
                    .isEqualTo(Outcome.newBuilder().setTrial(2).addCounts(5).addPresented(90).build());
            assertThat(fixture.adapter.trials()).containsExactly(1L, 2L);
        }
    }

    @Test
    void aServerThatNowAsksForABlankGetsOne() throws IOException {
        try (ClientFixture fixture = ClientFixture.bothRoles()) {
            fixture.adapter.answerAtOnce(5);
            fixture.startWelcomed();
            fixture.server.latest().present(1, 45);
            fixture.server.latest().present(2, 90);
            fixture.reconnect(2, 1, 0);
            fixture.server.latest().present(2);
            assertThat(fixture.adapter.trials()).containsExactly(1L, 2L, 2L);
            assertThat(fixture.server.latest().outcomes().getLast())
                    .isEqualTo(Outcome.newBuilder().setTrial(2).addCounts(5).build());
        }
    }

    @Test
    void aTrialUnderWayGoesOnWhenItsCommandComesAgain() throws IOException {
        try (ClientFixture fixture = ClientFixture.bothRoles()) {
            fixture.startWelcomed();
            fixture.server.latest().present(1, 45);
            fixture.reconnect(2, 1, 0);
            assertThat(fixture.adapter.latest().mayPresent()).as("before the command came again").isFalse();
            fixture.server.latest().present(1, 45);
            assertThat(fixture.adapter.latest().mayPresent()).as("after the command came again").isTrue();
            fixture.adapter.latest().respond(9);
            assertThat(fixture.adapter.trials()).containsExactly(1L);
            assertThat(fixture.server.latest().outcomes())
                    .containsExactly(Outcome.newBuilder().setTrial(1).addCounts(9).build());
        }
    }

    @Test
    void anAnswerGivenWhileTheServerIsOutOfReachIsKept() throws IOException {
        try (ClientFixture fixture = ClientFixture.bothRoles()) {
            fixture.startWelcomed();
            fixture.server.latest().present(1, 45);
            fixture.server.latest().breakOff(io.grpc.Status.Code.UNAVAILABLE);
            fixture.adapter.latest().respond(9);
            fixture.clock.advanceMillis(200);
            assertThat(fixture.server.latest().outcomes()).isEmpty();
            fixture.server.latest().welcome(2, 1, 0);
            assertThat(fixture.server.latest().outcomes()).hasSize(1);
        }
    }

    @Test
    void aServerThatNeverAcknowledgesDoesNotFillTheMemory() throws IOException {
        try (ClientFixture fixture = ClientFixture.bothRoles()) {
            fixture.adapter.answerAtOnce(5);
            fixture.startWelcomed();
            for (int trial = 1; trial <= 4097; trial++) {
                fixture.server.latest().present(trial, 45);
            }
            assertThatThrownBy(fixture.ending::join)
                    .hasMessageContaining("has not acknowledged 4096 outcomes")
                    .hasMessageContaining("the oldest of trial 1");
            assertThat(fixture.adapter.safe()).hasSize(1);
        }
    }
}
