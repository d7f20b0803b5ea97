package io.stimloop.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Status;
import io.stimloop.v1.BeliefSnapshot;
import io.stimloop.v1.CreateExperimentRequest;
import io.stimloop.v1.Experiment;
import io.stimloop.v1.ExperimentSpec;
import io.stimloop.v1.Present;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A belief that is kept and goes on in another experiment. */
class BeliefSnapshotTest {
    private static final String LEARNED = "learned";
    private static final int TRIALS = 5;

    private static RunningServer server;

    @BeforeAll
    static void learn() throws IOException {
        server = RunningServer.start();
        server.create(LEARNED, spec());
        RawRig rig = server.rig(LEARNED, "rig");
        Present present = rig.awaitPresent();
        for (int trial = 0; trial < TRIALS; trial++) {
            present = rig.answer(present, 3 + trial);
        }
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void aKeptBeliefGoesOnBitForBitInAnotherExperiment() {
        create(CreateExperimentRequest.newBuilder().setExperimentId("kept")
                .setInitialBelief(snapshot(LEARNED)));
        assertThat(server.belief("kept").toBuilder().clearModelCheck().build())
                .isEqualTo(server.belief(LEARNED).toBuilder().clearModelCheck().build());
        assertThat(answeredAlike("kept", "kept-rig")).isEqualTo(snapshot("kept"));
    }

    @Test
    void theBeliefOfAnotherExperimentGoesOn() {
        create(CreateExperimentRequest.newBuilder().setExperimentId("continued").setContinueFrom(LEARNED));
        assertThat(snapshot("continued")).isEqualTo(snapshot(LEARNED));
        assertThat(snapshot("continued").getTrials()).isEqualTo(TRIALS);
        assertThat(server.experiment("continued").getTrials()).isZero();
    }

    @Test
    void aSnapshotOfAnotherKindIsRefusedAndSaysWhichWouldBeRight() {
        Refusal refusal = refused(snapshot(LEARNED).toBuilder().setKind("gaussian/glm").build());
        assertThat(refusal.fields()).containsOnlyKeys("initial_belief");
        assertThat(refusal.description()).contains("\"gaussian/glm\"").contains("\"grid/tuningCurve\"");
    }

    @Test
    void aSnapshotOfALaterFormatIsRefused() {
        assertThat(refused(snapshot(LEARNED).toBuilder().setFormatVersion(99).build()).description())
                .contains("version: 99");
    }

    @Test
    void aSnapshotThatLacksNumbersIsRefused() {
        assertThat(refused(snapshot(LEARNED).toBuilder().clearNumbers().build()).description())
                .contains("is missing");
    }

    @Test
    void aSnapshotOfNumbersThatAreNoneIsRefused() {
        BeliefSnapshot.Builder wrong = snapshot(LEARNED).toBuilder();
        wrong.getNumbersBuilder(0).setValues(1, Double.NaN);
        assertThat(refused(wrong.build()).description()).contains("[1]: NaN must be finite");
    }

    /** Two experiments in the same state are taught the same and compared. */
    private static BeliefSnapshot answeredAlike(String id, String rigId) {
        create(CreateExperimentRequest.newBuilder().setExperimentId("twin").setContinueFrom(LEARNED));
        for (String experiment : new String[]{id, "twin"}) {
            RawRig rig = server.rig(experiment, rigId);
            rig.answer(rig.awaitPresent(), 7);
        }
        return snapshot("twin");
    }

    private static Refusal refused(BeliefSnapshot snapshot) {
        Refusal refusal = Refusal
                .ofCall(() -> create(CreateExperimentRequest.newBuilder().setInitialBelief(snapshot)));
        assertThat(refusal.code()).isEqualTo(Status.Code.INVALID_ARGUMENT);
        return refusal;
    }

    private static Experiment create(CreateExperimentRequest.Builder request) {
        return server.operator().createExperiment(request.setSpec(spec()).build());
    }

    private static BeliefSnapshot snapshot(String id) {
        BeliefSnapshot.Builder whole = BeliefSnapshot.newBuilder();
        server.snapshot(id).forEachRemaining(whole::mergeFrom);
        return whole.build();
    }

    private static ExperimentSpec spec() {
        return Specs.of(Specs.SEARCH, "");
    }
}
