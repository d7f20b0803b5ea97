package io.stimloop.rig.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.Any;
import com.google.rpc.BadRequest;
import com.google.rpc.BadRequest.FieldViolation;
import io.grpc.Status;
import io.grpc.protobuf.StatusProto;
import io.stimloop.rig.client.RigRefusedException.FieldFault;
import java.io.IOException;
import java.time.Duration;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RetryTest {
    @ParameterizedTest
    @EnumSource(value = Status.Code.class, names = {"INVALID_ARGUMENT", "NOT_FOUND", "FAILED_PRECONDITION",
            "ALREADY_EXISTS", "RESOURCE_EXHAUSTED"})
    void aRefusalReachesTheCallerAndIsNotTriedAgain(Status.Code code) throws IOException {
        try (ClientFixture fixture = ClientFixture.bothRoles()) {
            fixture.startWelcomed();
            fixture.server.latest().breakOff(code);
            fixture.clock.advanceMillis(60_000);
            assertThat(fixture.server.streams()).hasSize(1);
            assertThatThrownBy(fixture.ending::join).cause().isInstanceOfSatisfying(RigRefusedException.class,
                    refused -> assertThat(refused.code()).isEqualTo(code)).hasMessage(code + ": scripted");
            assertThat(fixture.adapter.safe()).hasSize(1);
        }
    }

    @Test
    void aRefusalSaysWhichFieldsAreWrong() throws IOException {
        try (ClientFixture fixture = ClientFixture.bothRoles()) {
            fixture.startWelcomed();
            fixture.server.latest().fail(invalidArgument("outcome.counts", "has 2 values, must have 1"));
            assertThatThrownBy(fixture.ending::join).cause()
                    .hasMessage("INVALID_ARGUMENT: bad outcome\n  outcome.counts: has 2 values, must have 1")
                    .isInstanceOfSatisfying(RigRefusedException.class, refused -> assertThat(refused.faults())
                            .containsExactly(new FieldFault("outcome.counts", "has 2 values, must have 1")));
        }
    }

    @ParameterizedTest
    @EnumSource(value = Status.Code.class, names = {"UNAVAILABLE", "CANCELLED", "ABORTED",
            "DEADLINE_EXCEEDED",
            "INTERNAL", "UNKNOWN"})
    void aBrokenTransportIsTriedAgainAsOftenAsAllowed(Status.Code code) throws IOException {
        try (ClientFixture fixture = ClientFixture.bothRoles()) {
            fixture.startWelcomed();
            for (int attempt = 1; attempt <= ClientFixture.ATTEMPTS; attempt++) {
                assertThat(fixture.ending).isNotDone();
                assertThat(fixture.server.streams()).hasSize(attempt);
                fixture.server.latest().breakOff(code);
                fixture.clock.advanceMillis(1000);
            }
            assertThat(fixture.server.streams()).hasSize(ClientFixture.ATTEMPTS);
            assertThatThrownBy(fixture.ending::join).hasCauseInstanceOf(ServerUnreachableException.class)
                    .hasMessageContaining("in 4 attempts").hasMessageContaining("scripted");
            assertThat(fixture.clock.timers()).isZero();
        }
    }

    @Test
    void anAcknowledgedOutcomeStartsTheCountAnew() throws IOException {
        try (ClientFixture fixture = ClientFixture.bothRoles()) {
            fixture.adapter.answerAtOnce(1);
            fixture.startWelcomed();
            for (int trial = 1; trial <= 3 * ClientFixture.ATTEMPTS; trial++) {
                fixture.server.latest().present(trial, 0);
                fixture.server.latest().acknowledge(trial, 0);
                fixture.reconnect(trial + 1, trial + 1, 0);
            }
            assertThat(fixture.ending).isNotDone();
        }
    }

    @Test
    void aServerThatSaysNoWelcomeIsGivenUp() throws IOException {
        try (ClientFixture fixture = ClientFixture.bothRoles()) {
            fixture.start();
            fixture.clock.advanceMillis(60_000);
            assertThat(fixture.server.streams()).hasSize(ClientFixture.ATTEMPTS)
                    .allMatch(ScriptedServer.Stream::rigLeft);
            assertThatThrownBy(fixture.ending::join).hasMessageContaining("no Welcome within 10 s");
        }
    }

    @Test
    void waitsDoubleUpToTheirLimitWithinHalfAndWhole() {
        RetryPolicy policy = new RetryPolicy(60, Duration.ofMillis(100), Duration.ofSeconds(3), 11);
        Backoff backoff = new Backoff(policy);
        for (int attempt = 1; attempt < 60; attempt++) {
            double whole = Math.min(1e8 * Math.pow(2, attempt - 1), 3e9);
            assertThat((double) backoff.afterFailure().orElseThrow()).as("seed 11, attempt %d", attempt)
                    .isBetween(whole / 2 - 1, whole);
        }
        assertThat(backoff.afterFailure()).isEqualTo(OptionalLong.empty());
    }

    @Test
    void theSameSeedWaitsTheSameAndAnotherSeedDoesNot() {
        assertThat(firstWait(1)).isEqualTo(firstWait(1)).isNotEqualTo(firstWait(2));
    }

    @Test
    void aPolicyThatCannotBeFollowedIsRefused() {
        assertThatThrownBy(() -> new RetryPolicy(0, Duration.ofMillis(1), Duration.ofMillis(1), 0))
                .hasMessageContaining("attempts: is 0, must be 1 or above");
        assertThatThrownBy(() -> new RetryPolicy(1, Duration.ofMillis(2), Duration.ofMillis(1), 0))
                .hasMessageContaining("firstDelay: is PT0.002S").hasMessageContaining("PT0.001S");
    }

    private static long firstWait(long seed) {
        return new Backoff(RetryPolicy.standard(seed)).afterFailure().orElseThrow();
    }

    private static Throwable invalidArgument(String field, String description) {
        BadRequest detail = BadRequest.newBuilder()
                .addFieldViolations(FieldViolation.newBuilder().setField(field).setDescription(description))
                .build();
        return StatusProto.toStatusRuntimeException(
                com.google.rpc.Status.newBuilder().setCode(Status.Code.INVALID_ARGUMENT.value())
                        .setMessage("bad outcome").addDetails(Any.pack(detail)).build());
    }
}
