package io.stimloop.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Duration;
import com.google.protobuf.util.Durations;
import io.grpc.Status;
import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.health.v1.HealthGrpc;
import io.grpc.reflection.v1.ServerReflectionGrpc;
import io.grpc.reflection.v1.ServerReflectionRequest;
import io.grpc.reflection.v1.ServerReflectionResponse;
import io.grpc.reflection.v1.ServiceResponse;
import io.grpc.stub.StreamObserver;
import io.stimloop.v1.Experiment;
import io.stimloop.v1.ExperimentSnapshot;
import io.stimloop.v1.ExperimentSpec;
import io.stimloop.v1.Levels;
import io.stimloop.v1.ListExperimentsRequest;
import io.stimloop.v1.Parameter;
import io.stimloop.v1.PauseExperimentRequest;
import io.stimloop.v1.Planner;
import io.stimloop.v1.Present;
import io.stimloop.v1.ResumeExperimentRequest;
import io.stimloop.v1.ScoreStimuliRequest;
import io.stimloop.v1.SearchPlanner;
import io.stimloop.v1.State;
import io.stimloop.v1.StimulusScore;
import io.stimloop.v1.ValidateSpecRequest;
import io.stimloop.v1.WatchExperimentRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What operators and programs ask for. */
class ExperimentServiceTest {
    private static final String SEARCHING = "searching";

    private static RunningServer server;

    @BeforeAll
    static void start() throws IOException {
        server = RunningServer.start();
        server.create(SEARCHING, Specs.of(Specs.SEARCH, ""));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void reflectionListsBothServices() {
        CompletableFuture<ServerReflectionResponse> answer = new CompletableFuture<>();
        StreamObserver<ServerReflectionRequest> question = ServerReflectionGrpc.newStub(server.channel())
                .serverReflectionInfo(new StreamObserver<>() {
                    @Override
                    public void onNext(ServerReflectionResponse response) {
                        answer.complete(response);
                    }

                    @Override
                    public void onError(Throwable failure) {
                        answer.completeExceptionally(failure);
                    }

                    @Override
                    public void onCompleted() {}
                });
        question.onNext(ServerReflectionRequest.newBuilder().setListServices("").build());

        List<String> names = answer.orTimeout(RunningServer.TIMEOUT_SECONDS, TimeUnit.SECONDS).join()
                .getListServicesResponse().getServiceList().stream().map(ServiceResponse::getName).toList();
        question.onCompleted();

        assertThat(names).contains("stimloop.v1.RigService", "stimloop.v1.ExperimentService",
                "grpc.health.v1.Health");
    }

    @Test
    void theServerSaysThatItIsServing() {
        assertThat(HealthGrpc.newBlockingStub(server.channel())
                .withDeadlineAfter(RunningServer.TIMEOUT_SECONDS, TimeUnit.SECONDS)
                .check(HealthCheckRequest.getDefaultInstance()).getStatus()).isEqualTo(ServingStatus.SERVING);
    }

    /** No name, a range of no width, a grid without a value, a deadline of more than a minute. */
    private static ExperimentSpec hopeless() {
        ExperimentSpec.Builder spec = Specs.of(Specs.SEQUENCE, "").toBuilder().setName("");
        spec.getStimulusBuilder().getDimensionsBuilder(0)
                .setValues(Levels.newBuilder().setFrom(3).setTo(3).setCount(5));
        spec.getModelBuilder().getTuningCurveBuilder().putParameters("amplitude",
                Parameter.getDefaultInstance());
        return spec.setPlanner(Planner.newBuilder().setSearch(SearchPlanner.getDefaultInstance())
                .setDeadline(Duration.newBuilder().setSeconds(61))).build();
    }

    @Test
    void everyFaultOfASpecIsAFieldViolation() {
        Refusal refusal = Refusal.ofCall(() -> server.create("hopeless", hopeless()));

        assertThat(refusal.code()).isEqualTo(Status.Code.INVALID_ARGUMENT);
        assertThat(refusal.fields().keySet()).hasSize(4).contains("spec.name",
                "spec.stimulus.dimensions[0].values.to", "spec.planner.deadline")
                .anySatisfy(
                        field -> assertThat(field).startsWith("spec.model.tuningCurve.parameters.amplitude"));
        assertThat(Refusal.ofCall(() -> server.experiment("hopeless")).code())
                .isEqualTo(Status.Code.NOT_FOUND);
    }

    @Test
    void validationAnswersWithTheSameFaultsAndCreatesNothing() {
        var answer = server.operator()
                .validateSpec(ValidateSpecRequest.newBuilder().setSpec(hopeless()).build());

        assertThat(answer.getViolationsList()).hasSize(4)
                .anySatisfy(violation -> assertThat(violation.getField()).isEqualTo("name"));
        assertThat(answer.getMemoryBytes()).isZero();
        var valid = server.operator().validateSpec(
                ValidateSpecRequest.newBuilder().setSpec(Specs.of(Specs.SEARCH, "")).build());
        assertThat(valid.getViolationsList()).isEmpty();
        assertThat(valid.getMemoryBytes()).isEqualTo(server.experiment(SEARCHING).getMemoryBytes())
                .isPositive();
    }

    @Test
    void aDeadlineBelowWhatTheServerNeedsIsRefused() {
        Refusal refusal = Refusal.ofCall(
                () -> server.create("hasty", Specs.of("deadline { nanos: 1000 } search { }", "")));

        assertThat(refusal.code()).isEqualTo(Status.Code.FAILED_PRECONDITION);
        assertThat(refusal.fields()).containsOnlyKeys("spec.planner.deadline");
        assertThat(refusal.description()).contains("1 us is less than");
    }

    @Test
    void anIdInUseAndAnIdThatIsNoneAreRefused() {
        ExperimentSpec spec = Specs.of(Specs.SEARCH, "");

        assertThat(Refusal.ofCall(() -> server.create(SEARCHING, spec)).code())
                .isEqualTo(Status.Code.ALREADY_EXISTS);
        Refusal refusal = Refusal.ofCall(() -> server.create("a/b", spec));
        assertThat(refusal.code()).isEqualTo(Status.Code.INVALID_ARGUMENT);
        assertThat(refusal.fields()).containsOnlyKeys("experiment_id");
    }

    @Test
    void aServerMakesAnIdFromTheName() {
        Experiment created = server.create("", Specs.of(Specs.SEQUENCE, ""));

        assertThat(created.getExperimentId()).startsWith("bump-");
        assertThat(created.getState()).isEqualTo(State.CREATED);
        assertThat(Durations.toNanos(created.getDeadlineFloor())).isPositive();
        assertThat(server.operator().listExperiments(ListExperimentsRequest.getDefaultInstance())
                .getExperimentsList()).extracting(Experiment::getExperimentId)
                .contains(SEARCHING, created.getExperimentId());
    }

    @Test
    void theNextSearchPresentsTheStimulusOfTheHighestScore() {
        RawRig rig = server.rig(SEARCHING, "rig");
        Present present = rig.awaitPresent();
        for (int trial = 0; trial < 6; trial++) {
            present = rig.answer(present, 2 + 3 * trial);

            // The belief does not change until this very command is answered.
            List<StimulusScore> scores = server.operator()
                    .scoreStimuli(ScoreStimuliRequest.newBuilder().setExperimentId(SEARCHING).build())
                    .getScoresList();
            assertThat(scores).hasSize(5).allSatisfy(score -> assertThat(score.getUtility()).isNotNegative());
            // Of equals the first, as the planner has it.
            StimulusScore best = scores.stream()
                    .max(Comparator.comparingDouble(StimulusScore::getUtility)).orElseThrow();
            assertThat(present.getStimulusList()).isEqualTo(best.getStimulusList());
            assertThat(present.getDecision().getUtility()).isEqualTo(best.getUtility());
            assertThat(present.getDecision().getEvaluated()).isEqualTo(5);
        }
        rig.complete();
        rig.awaitEnd();
    }

    @Test
    void aBeliefIsInOrder() {
        var belief = server.belief(SEARCHING);

        assertThat(belief.getParametersList()).extracting("name").containsExactly("baseline", "amplitude",
                "preferred", "width");
        assertThat(belief.getEntropyNats()).isBetween(0.0, Math.log(3 * 9 * 3) + 1e-12);
        assertThat(belief.getParametersList()).allSatisfy(parameter -> {
            assertThat(parameter.getQuantilesList()).extracting("probability").containsExactly(0.025, 0.25,
                    0.5,
                    0.75, 0.975);
            assertThat(parameter.getQuantilesList())
                    .isSortedAccordingTo(Comparator.comparingDouble(quantile -> quantile.getValue()));
        });
        assertThat(belief.getCurveList()).hasSize(5)
                .allSatisfy(
                        point -> assertThat(point.getMean()).isBetween(point.getLower(), point.getUpper()));
    }

    @Test
    void aPauseHoldsTheNextCommandBackUntilItIsResumed() {
        server.createSequence("pausing");
        assertThat(Refusal.ofCall(() -> pause("pausing")).code()).isEqualTo(Status.Code.FAILED_PRECONDITION);
        RawRig rig = server.rig("pausing", "rig");
        Present present = rig.awaitPresent();
        assertThat(pause("pausing").getState()).isEqualTo(State.PAUSED);

        rig.count(present.getTrial(), 3);
        assertThat(rig.awaitAcknowledged()).isEqualTo(1);
        assertThat(server.experiment("pausing").getTrials()).isEqualTo(1);
        assertThat(rig.unread()).isEmpty();
        assertThat(server.operator().resumeExperiment(
                ResumeExperimentRequest.newBuilder().setExperimentId("pausing").build()).getState())
                .isEqualTo(State.RUNNING);

        assertThat(rig.awaitPresent().getTrial()).isEqualTo(2);
        assertThat(server.finish("pausing").getState()).isEqualTo(State.FINISHED);
        assertThat(rig.awaitFinished().getReason()).isEqualTo("finished by an operator");
        rig.awaitEnd();
        assertThat(server.finish("pausing").getState()).isEqualTo(State.FINISHED);
    }

    private static Experiment pause(String id) {
        return server.operator()
                .pauseExperiment(PauseExperimentRequest.newBuilder().setExperimentId(id).build());
    }

    @Test
    void aWatcherSeesTheExperimentFromItsStateNowToItsEnd() {
        server.create("watched", Specs.of(Specs.SEQUENCE, "max_trials: 5"));
        Iterator<ExperimentSnapshot> snapshots = server.operator().watchExperiment(
                WatchExperimentRequest.newBuilder().setExperimentId("watched").build());
        ExperimentSnapshot first = snapshots.next();
        assertThat(first.getExperiment().getState()).isEqualTo(State.CREATED);
        assertThat(first.hasLatest()).isFalse();
        assertThat(first.getRigsList()).isEmpty();

        run("watched", 5);

        List<ExperimentSnapshot> rest = new ArrayList<>();
        snapshots.forEachRemaining(rest::add);
        assertThat(rest).isNotEmpty().doesNotHaveDuplicates()
                .isSortedAccordingTo(
                        Comparator.comparingLong(snapshot -> snapshot.getExperiment().getTrials()));
        ExperimentSnapshot last = rest.getLast();
        assertThat(last.getExperiment().getState()).isEqualTo(State.FINISHED);
        assertThat(last.getExperiment().getTrials()).isEqualTo(5);
        assertThat(last.getBelief()).isEqualTo(server.belief("watched"));
        assertThat(last.getLatest().getTrial()).isEqualTo(5);
        assertThat(last.getLatest().getReport().getReason()).isEqualTo("design");
        assertThat(last.getDecisionTimes().getDecisions()).isEqualTo(5);
        assertThat(last.getSourcesList()).singleElement()
                .satisfies(count -> assertThat(count.getDecisions()).isEqualTo(5));
        assertThat(Refusal.ofCall(() -> server.operator()
                .scoreStimuli(ScoreStimuliRequest.newBuilder().setExperimentId("watched").build())).code())
                .isEqualTo(Status.Code.FAILED_PRECONDITION);
    }

    private static void run(String experimentId, int trials) {
        RawRig rig = server.rig(experimentId, "rig");
        Present present = rig.awaitPresent();
        for (int trial = 1; trial < trials; trial++) {
            present = rig.answer(present, 4);
        }
        rig.count(trials, 4);
        assertThat(rig.awaitAcknowledged()).isEqualTo(trials);
        rig.awaitFinished();
        rig.awaitEnd();
    }

    @Test
    void anUnknownExperimentIsNotFoundWhateverIsAsked() {
        WatchExperimentRequest watch = WatchExperimentRequest.newBuilder().setExperimentId("nowhere").build();

        assertThat(Refusal.ofCall(() -> server.experiment("nowhere")).code())
                .isEqualTo(Status.Code.NOT_FOUND);
        assertThat(Refusal.ofCall(() -> server.belief("nowhere")).code()).isEqualTo(Status.Code.NOT_FOUND);
        assertThat(Refusal.ofCall(() -> pause("nowhere")).code()).isEqualTo(Status.Code.NOT_FOUND);
        assertThat(Refusal.ofCall(() -> server.finish("nowhere")).code()).isEqualTo(Status.Code.NOT_FOUND);
        assertThat(Refusal.ofCall(() -> server.operator().watchExperiment(watch).next()).code())
                .isEqualTo(Status.Code.NOT_FOUND);
    }
}
