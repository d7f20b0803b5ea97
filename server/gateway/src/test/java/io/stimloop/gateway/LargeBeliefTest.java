package io.stimloop.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Channel;
import io.grpc.ManagedChannel;
import io.grpc.Status;
import io.grpc.stub.ClientCallStreamObserver;
import io.grpc.stub.StreamObserver;
import io.stimloop.v1.BeliefSnapshot;
import io.stimloop.v1.CreateExperimentRequest;
import io.stimloop.v1.Experiment;
import io.stimloop.v1.ExperimentServiceGrpc;
import io.stimloop.v1.ExperimentSpec;
import io.stimloop.v1.GetBeliefSnapshotRequest;
import io.stimloop.v1.NamedNumbers;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A belief of more numbers than fit into a message: the filter of a GLM over 600 values, some 180,000 covariances. */
class LargeBeliefTest {
    private static final String LEARNED = "learned";
    private static final int MESSAGE_BYTES = 1 << 20;
    private static final long MOST_BYTES = 128L << 20;

    private static RunningServer server;

    @BeforeAll
    static void learn() throws IOException {
        server = RunningServer.start();
        server.create(LEARNED, spec());
        RawRig rig = server.rig(LEARNED, "rig");
        rig.answer(rig.awaitPresent(), 3);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static ExperimentSpec spec() {
        return Specs.parsed("""
                name: "large" seed: 5
                neurons { name: "cell" }
                stimulus { vector { name: "x" size: 600 max_norm: 1 candidates: 4 } }
                model { glm { link: EXPONENTIAL filter { variance: 0.01 } bias { mean: 1 sd: 1 } } }
                planner { deadline { seconds: 30 } search { } }
                """);
    }

    @Test
    void itComesInPartsAndGoesOnBitForBitInAnotherExperiment() throws Exception {
        List<BeliefSnapshot> parts = parts();
        assertThat(parts.stream().mapToLong(BeliefSnapshot::getSerializedSize).sum())
                .isGreaterThan(MESSAGE_BYTES);
        assertThat(parts).allSatisfy(
                part -> assertThat(part.getSerializedSize()).isLessThan(MESSAGE_BYTES));
        Upload upload = new Upload();
        upload.send(CreateExperimentRequest.newBuilder().setExperimentId("kept").setSpec(spec()));
        parts.forEach(part -> upload.send(CreateExperimentRequest.newBuilder().setInitialBelief(part)));
        assertThat(upload.end().getExperimentId()).isEqualTo("kept");
        assertThat(read(server.snapshot("kept"))).isEqualTo(parts);
        assertThat(parts.getFirst().getTrials()).isEqualTo(1);
    }

    @Test
    void oneUploadAtATimeIsTakenAndTheNextOneWhenItHasGone() throws Exception {
        Upload first = new Upload();
        first.send(CreateExperimentRequest.newBuilder().setExperimentId("first"));
        server.experiment(LEARNED);
        assertThat(Refusal.ofCall(new Upload()::end).code()).isEqualTo(Status.Code.RESOURCE_EXHAUSTED);
        first.requests.cancel("gone", null);
        server.experiment(LEARNED);
        Upload next = new Upload();
        next.send(CreateExperimentRequest.newBuilder().setExperimentId("next").setSpec(spec()));
        assertThat(next.end().getExperimentId()).isEqualTo("next");
    }

    @Test
    void whatIsLargerThanAnyBeliefIsRefusedAndSaysHowLargeItMayBe() {
        BeliefSnapshot part = BeliefSnapshot.newBuilder().addNumbers(
                NamedNumbers.newBuilder().addAllValues(Collections.nCopies(120_000, 1.5))).build();
        Upload upload = new Upload();
        for (long sent = 0; sent <= MOST_BYTES && !upload.reply.isDone(); sent += part.getSerializedSize()) {
            upload.awaitRoom();
            upload.send(CreateExperimentRequest.newBuilder().setInitialBelief(part));
        }
        Refusal refusal = Refusal.ofCall(upload::end);
        assertThat(refusal.code()).isEqualTo(Status.Code.RESOURCE_EXHAUSTED);
        assertThat(refusal.description()).contains(Long.toString(MOST_BYTES));
    }

    @Test
    void readersWhoDoNotReadAreBoundedUntilTheyGoOn() {
        List<ManagedChannel> channels = new ArrayList<>();
        List<Iterator<BeliefSnapshot>> idle = new ArrayList<>();
        try {
            Refusal refusal = Refusal.ofCall(() -> {
                while (channels.size() < 10) {
                    channels.add(server.newNarrowChannel());
                    Iterator<BeliefSnapshot> parts = snapshot(channels.getLast());
                    assertThat(parts.hasNext()).isTrue();
                    idle.add(parts);
                }
                return idle;
            });
            assertThat(refusal.code()).isEqualTo(Status.Code.RESOURCE_EXHAUSTED);
            assertThat(idle).hasSize(4);
            List<BeliefSnapshot> late = read(idle.getFirst());
            assertThat(late).isEqualTo(parts());
        } finally {
            channels.forEach(ManagedChannel::shutdownNow);
        }
    }

    private static Iterator<BeliefSnapshot> snapshot(Channel channel) {
        return ExperimentServiceGrpc.newBlockingStub(channel)
                .withDeadlineAfter(RunningServer.TIMEOUT_SECONDS, TimeUnit.SECONDS)
                .getBeliefSnapshot(GetBeliefSnapshotRequest.newBuilder().setExperimentId(LEARNED).build());
    }

    private static List<BeliefSnapshot> parts() {
        return read(server.snapshot(LEARNED));
    }

    private static List<BeliefSnapshot> read(Iterator<BeliefSnapshot> stream) {
        List<BeliefSnapshot> parts = new ArrayList<>();
        stream.forEachRemaining(parts::add);
        return parts;
    }

    /** A request in parts. */
    private static final class Upload implements StreamObserver<Experiment> {
        final CompletableFuture<Experiment> reply = new CompletableFuture<>();
        final ClientCallStreamObserver<CreateExperimentRequest> requests;

        Upload() {
            requests = (ClientCallStreamObserver<CreateExperimentRequest>) ExperimentServiceGrpc
                    .newStub(server.channel()).createExperimentInParts(this);
        }

        void send(CreateExperimentRequest.Builder part) {
            requests.onNext(part.build());
        }

        void awaitRoom() {
            while (!requests.isReady() && !reply.isDone()) {
                LockSupport.parkNanos(100_000);
            }
        }

        Experiment end() throws Exception {
            requests.onCompleted();
            return reply.get(RunningServer.TIMEOUT_SECONDS, TimeUnit.SECONDS);
        }

        @Override
        public void onNext(Experiment experiment) {
            reply.complete(experiment);
        }

        @Override
        public void onError(Throwable failure) {
            reply.completeExceptionally(failure);
        }

        @Override
        public void onCompleted() {
            reply.completeExceptionally(new AssertionError("no answer"));
        }
    }
}
