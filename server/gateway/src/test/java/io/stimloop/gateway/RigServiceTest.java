package io.stimloop.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.util.Durations;
import io.grpc.ManagedChannel;
import io.grpc.Status;
import io.stimloop.v1.Belief;
import io.stimloop.v1.Finished;
import io.stimloop.v1.HaltReason;
import io.stimloop.v1.Hello;
import io.stimloop.v1.Outcome;
import io.stimloop.v1.Present;
import io.stimloop.v1.Receipt;
import io.stimloop.v1.ReceiptStatus;
import io.stimloop.v1.RigMessage;
import io.stimloop.v1.Role;
import io.stimloop.v1.State;
import io.stimloop.v1.Welcome;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The loop over a real connection, with rigs that do as they should and rigs that do not. */
class RigServiceTest {
    private static final String LONG = "long";

    private static RunningServer server;

    @BeforeAll
    static void start() throws IOException {
        server = RunningServer.start();
        server.createSequence(LONG);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void aSmallExperimentRunsToItsEnd() {
        server.create("small", Specs.of(Specs.SEARCH, "max_trials: 8"));
        RawRig rig = server.rig();
        rig.hello("small", "rig", List.of(Role.RECORDER, Role.STIMULATOR));
        Welcome welcome = rig.awaitWelcome();
        assertThat(welcome.getNextTrial()).isEqualTo(1);
        assertThat(welcome.getLease()).isEqualTo(Durations.fromSeconds(2));
        assertThat(welcome.getExperiment().getSpec().getName()).isEqualTo("bump");

        Present present = rig.awaitPresent();
        for (int trial = 1; trial < 8; trial++) {
            assertThat(present.getTrial()).isEqualTo(trial);
            present = rig.answer(present, present.getStimulus(0) > 0 ? 15 : 1);
        }
        rig.count(8, 1);

        assertThat(rig.awaitAcknowledged()).isEqualTo(8);
        Finished finished = rig.awaitFinished();
        assertThat(finished.getTrials()).isEqualTo(8);
        assertThat(finished.getReason()).isEqualTo("maxTrials: 8 trials done");
        rig.awaitEnd();
        assertThat(server.experiment("small").getState()).isEqualTo(State.FINISHED);
        Belief belief = server.belief("small");
        assertThat(belief.getTrials()).isEqualTo(8);
        assertThat(belief.getCurveList()).hasSize(5);

        Refusal refusal = hello("small", "late", Role.RECORDER);
        assertThat(refusal.code()).isEqualTo(Status.Code.FAILED_PRECONDITION);
        assertThat(refusal.fields()).containsOnlyKeys("hello.experiment_id");
        assertThat(refusal.description()).contains("FINISHED", "maxTrials");
    }

    private static Refusal hello(String experimentId, String rigId, Role... roles) {
        RawRig rig = server.rig();
        rig.hello(experimentId, rigId, List.of(roles));
        Refusal refusal = rig.awaitRefusal();
        assertThat(rig.unread()).isEmpty();
        return refusal;
    }

    @Test
    void aHelloForAnUnknownExperimentIsNotFound() {
        Refusal refusal = hello("nowhere", "rig", Role.RECORDER);

        assertThat(refusal.code()).isEqualTo(Status.Code.NOT_FOUND);
        assertThat(refusal.description()).contains("\"nowhere\"");
    }

    @Test
    void everyFaultOfAHelloIsNamedAtOnce() {
        RawRig rig = server.rig();
        rig.send(RigMessage.newBuilder().setHello(Hello.newBuilder().setRigId("a b")).build());

        Refusal refusal = rig.awaitRefusal();

        assertThat(refusal.code()).isEqualTo(Status.Code.INVALID_ARGUMENT);
        assertThat(refusal.fields()).containsOnlyKeys("hello.experiment_id", "hello.rig_id", "hello.roles");
    }

    @Test
    void aRoleThatDoesNotExistIsRefusedAtItsPlace() {
        RawRig rig = server.rig();
        rig.send(RigMessage.newBuilder().setHello(Hello.newBuilder().setExperimentId(LONG)
                .setRigId("rig").addRoles(Role.RECORDER).addRolesValue(7)).build());

        assertThat(rig.awaitRefusal().fields()).containsOnlyKeys("hello.roles[1]");
    }

    @Test
    void theFirstMessageMustBeHello() {
        RawRig rig = server.rig();
        rig.count(1, 3);

        Refusal refusal = rig.awaitRefusal();

        assertThat(refusal.code()).isEqualTo(Status.Code.INVALID_ARGUMENT);
        assertThat(refusal.fields()).containsOnlyKeys("message");
        assertThat(refusal.description()).contains("OUTCOME").contains("must be hello");
    }

    @Test
    void anEmptyFirstMessageIsRefused() {
        RawRig rig = server.rig();
        rig.send(RigMessage.getDefaultInstance());

        assertThat(rig.awaitRefusal().code()).isEqualTo(Status.Code.INVALID_ARGUMENT);
    }

    @Test
    void aSecondHelloIsRefusedAndGivesTheRolesBack() {
        RawRig rig = server.rig(LONG, "twice");
        rig.awaitPresent();
        rig.hello(LONG, "twice", List.of(Role.RECORDER));

        assertThat(rig.awaitRefusal().fields()).containsOnlyKeys("hello");
        leave(server.rig(LONG, "another"));
    }

    /** Ends its stream and waits until the server has seen it. */
    private static void leave(RawRig rig) {
        rig.complete();
        rig.awaitEnd();
    }

    @Test
    void aBadOutcomeNamesEveryFieldAndTheTrialIsAskedForAgain() {
        RawRig rig = server.rig(LONG, "careless");
        Present present = rig.awaitPresent();
        Belief before = server.belief(LONG);
        rig.outcome(Outcome.newBuilder().setTrial(present.getTrial()).addCounts((int) 4_000_000_000L)
                .addCounts(1).addPresented(Double.NaN).build());

        Refusal refusal = rig.awaitRefusal();

        assertThat(refusal.code()).isEqualTo(Status.Code.INVALID_ARGUMENT);
        assertThat(refusal.fields()).containsOnlyKeys("outcome.counts", "outcome.counts[0]",
                "outcome.presented[0]");
        assertThat(refusal.fields().get("outcome.counts[0]")).contains("4000000000 is more than 100000");
        assertThat(server.belief(LONG)).isEqualTo(before);
        RawRig again = server.rig(LONG, "someone-else");
        assertThat(again.awaitPresent()).isEqualTo(present);
        leave(again);
    }

    @Test
    void anotherContentForAnEarlierTrialIsAPreconditionThatFailed() {
        RawRig rig = server.rig(LONG, "rig");
        Present present = rig.awaitPresent();
        Present next = rig.answer(present, 3);
        rig.count(present.getTrial(), 3);
        assertThat(rig.awaitAcknowledged()).isEqualTo(present.getTrial());
        Belief before = server.belief(LONG);

        rig.count(present.getTrial(), 4);

        Refusal refusal = rig.awaitRefusal();
        assertThat(refusal.code()).isEqualTo(Status.Code.FAILED_PRECONDITION);
        assertThat(refusal.fields()).containsOnlyKeys("outcome.trial");
        assertThat(server.belief(LONG)).isEqualTo(before);
        RawRig again = server.rig(LONG, "rig");
        assertThat(again.awaitPresent()).isEqualTo(next);
        leave(again);
    }

    @Test
    void anInvalidReceiptIsRefused() {
        RawRig rig = server.rig(LONG, "rig");
        Present present = rig.awaitPresent();
        rig.send(RigMessage.newBuilder().setReceipt(Receipt.newBuilder().setTrial(present.getTrial() + 1)
                .setStatus(ReceiptStatus.DELIVERED)).build());

        assertThat(rig.awaitRefusal().fields()).containsOnlyKeys("receipt.trial");
    }

    @Test
    void twoRecordersAreOneTooMany() {
        RawRig first = server.rig(LONG, "one", Role.RECORDER);

        Refusal refusal = hello(LONG, "two", Role.RECORDER, Role.STIMULATOR);

        assertThat(refusal.code()).isEqualTo(Status.Code.ALREADY_EXISTS);
        assertThat(refusal.fields()).containsOnlyKeys("hello.roles");
        assertThat(refusal.description()).contains("held by rig one");
        leave(first);
    }

    @Test
    void aRigThatVanishedMidTrialIsGivenTheSameCommandWhenItComesBack() {
        RawRig rig = server.rig();
        rig.hello(LONG, "wanderer", List.of(Role.RECORDER, Role.STIMULATOR));
        Welcome first = rig.awaitWelcome();
        Present present = rig.awaitPresent();
        rig.vanish();

        RawRig again = server.rig();
        again.hello(LONG, "wanderer", List.of(Role.RECORDER, Role.STIMULATOR));

        Welcome second = again.awaitWelcome();
        assertThat(second.getEpoch()).isGreaterThan(first.getEpoch());
        assertThat(second.getNextTrial()).isEqualTo(present.getTrial());
        assertThat(again.awaitPresent()).isEqualTo(present);
        assertThat(again.answer(present, 2).getTrial()).isEqualTo(present.getTrial() + 1);
        leave(again);
    }

    @Test
    void aRigWhoseConnectionBreaksIsMissedAndComesBackOnAnother() {
        ManagedChannel broken = server.newNarrowChannel();
        RawRig rig = RawRig.on(broken);
        rig.hello(LONG, "cable", List.of(Role.RECORDER, Role.STIMULATOR));
        rig.awaitWelcome();
        Present present = rig.awaitPresent();
        broken.shutdownNow();

        RawRig again = server.rig(LONG, "cable");

        assertThat(again.awaitPresent()).isEqualTo(present);
        leave(again);
    }

    @Test
    void theSameRigTakesOverItsOlderStream() {
        RawRig older = server.rig(LONG, "rig");
        older.awaitPresent();

        RawRig newer = server.rig(LONG, "rig");

        assertThat(older.awaitHalt().getReason()).isEqualTo(HaltReason.SUPERSEDED);
        older.awaitEnd();
        newer.awaitPresent();
        leave(newer);
    }
}
