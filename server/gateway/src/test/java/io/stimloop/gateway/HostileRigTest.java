package io.stimloop.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import io.grpc.CallOptions;
import io.grpc.ClientCall;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.StreamObserver;
import io.stimloop.v1.CreateExperimentRequest;
import io.stimloop.v1.Experiment;
import io.stimloop.v1.ExperimentServiceGrpc;
import io.stimloop.v1.ExperimentSnapshot;
import io.stimloop.v1.Hello;
import io.stimloop.v1.Outcome;
import io.stimloop.v1.Present;
import io.stimloop.v1.Receipt;
import io.stimloop.v1.ReceiptStatus;
import io.stimloop.v1.RigMessage;
import io.stimloop.v1.RigServiceGrpc;
import io.stimloop.v1.Role;
import io.stimloop.v1.ServerMessage;
import io.stimloop.v1.WatchExperimentRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rigs that break the rules below the messages. After each of them the server and its experiments go on. */
class HostileRigTest {
    private static final String VICTIM = "victim";
    private static final String BYSTANDER = "bystander";

    private static RunningServer server;

    private @Nullable ManagedChannel narrow;

    @BeforeAll
    static void start() throws IOException {
        server = RunningServer.start();
        server.createSequence(VICTIM);
        server.createSequence(BYSTANDER);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @AfterEach
    void bothExperimentsGoOn() {
        if (narrow != null) {
            narrow.shutdownNow();
        }
        for (String experiment : new String[]{VICTIM, BYSTANDER}) {
            RawRig rig = server.rig(experiment, "friend");
            Present present = rig.awaitPresent();
            assertThat(rig.answer(present, 3).getTrial()).isEqualTo(present.getTrial() + 1);
            rig.complete();
            rig.awaitEnd();
        }
    }

    private static final class Bytes implements MethodDescriptor.Marshaller<byte[]> {
        @Override
        public InputStream stream(byte[] value) {
            return new ByteArrayInputStream(value);
        }

        @Override
        public byte[] parse(InputStream stream) {
            try {
                return stream.readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Collects nothing but how a stream ended. */
    private static final class Ending<T> implements StreamObserver<T> {
        private final CompletableFuture<Refusal> refusal = new CompletableFuture<>();

        @Override
        public void onNext(T message) {}

        @Override
        public void onError(Throwable failure) {
            refusal.complete(Refusal.of(failure));
        }

        @Override
        public void onCompleted() {
            refusal.completeExceptionally(new AssertionError("the stream ended in good order"));
        }

        Refusal await() {
            return refusal.orTimeout(RunningServer.TIMEOUT_SECONDS, TimeUnit.SECONDS).join();
        }
    }

    private static <Q, R> ClientCall<byte[], R> rawCall(MethodDescriptor<Q, R> method) {
        return server.channel().newCall(method.toBuilder(new Bytes(), method.getResponseMarshaller()).build(),
                CallOptions.DEFAULT);
    }

    private static byte[] hello(String experimentId) {
        return RigMessage.newBuilder()
                .setHello(Hello.newBuilder().setExperimentId(experimentId).setRigId("foe")
                        .addRoles(Role.RECORDER).addRoles(Role.STIMULATOR))
                .build().toByteArray();
    }

    /** A length that the message does not have, a wire type that does not exist, and no UTF-8 in a string. */
    @ParameterizedTest
    @ValueSource(strings = {"0a7f01", "0f", "0a060a04fffefdfc"})
    void bytesThatAreNoMessageAreRefusedAsTheClientsFault(String hex) {
        Ending<ServerMessage> ending = new Ending<>();
        StreamObserver<byte[]> out = ClientCalls
                .asyncBidiStreamingCall(rawCall(RigServiceGrpc.getConnectMethod()), ending);

        out.onNext(bytes(hex));

        requireMalformed(ending.await());
    }

    @Test
    void bytesThatAreNoMessageAmongGoodOnesEndTheStreamAndGiveTheRolesBack() {
        Ending<ServerMessage> ending = new Ending<>();
        StreamObserver<byte[]> out = ClientCalls
                .asyncBidiStreamingCall(rawCall(RigServiceGrpc.getConnectMethod()), ending);

        out.onNext(hello(VICTIM));
        out.onNext(bytes("127f"));

        requireMalformed(ending.await());
    }

    @Test
    void anOperatorsBytesThatAreNoRequestAreRefusedAsTheClientsFault() {
        Ending<Object> ending = new Ending<>();

        ClientCalls.asyncUnaryCall(rawCall(ExperimentServiceGrpc.getCreateExperimentMethod()),
                bytes("0a7f01"),
                new StreamObserver<>() {
                    @Override
                    public void onNext(Experiment experiment) {}

                    @Override
                    public void onError(Throwable failure) {
                        ending.onError(failure);
                    }

                    @Override
                    public void onCompleted() {
                        ending.onCompleted();
                    }
                });

        requireMalformed(ending.await());
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }

    private static void requireMalformed(Refusal refusal) {
        assertThat(refusal.code()).isEqualTo(Status.Code.INVALID_ARGUMENT);
        assertThat(refusal.description()).contains("malformed");
    }

    @Test
    void anOversizedMessageOfARigIsRefused() {
        RawRig rig = server.rig(VICTIM, "foe");
        rig.awaitPresent();
        rig.send(RigMessage.newBuilder().setReceipt(Receipt.newBuilder().setTrial(1)
                .setStatus(ReceiptStatus.FAILED).setDetail("x".repeat(1 << 20))).build());

        Refusal refusal = rig.awaitRefusal();
        assertThat(refusal.code()).isEqualTo(Status.Code.RESOURCE_EXHAUSTED);
        assertThat(refusal.description()).contains("more than 1048576 bytes");
    }

    /** Beyond what the transport takes at all, the stream is reset without a word. */
    @Test
    void aMessageOfManyMegabytesEndsTheStream() {
        RawRig rig = server.rig(VICTIM, "foe");
        rig.awaitPresent();
        rig.send(RigMessage.newBuilder().setReceipt(Receipt.newBuilder().setTrial(1)
                .setStatus(ReceiptStatus.FAILED).setDetail("x".repeat(8 << 20))).build());

        assertThat(rig.awaitRefusal().code()).isIn(Status.Code.RESOURCE_EXHAUSTED, Status.Code.CANCELLED);
    }

    @Test
    void anOversizedRequestOfAnOperatorIsRefused() {
        CreateExperimentRequest request = CreateExperimentRequest.newBuilder()
                .setExperimentIdBytes(ByteString.copyFromUtf8("x".repeat(1 << 20))).build();

        assertThat(Refusal.ofCall(() -> server.operator().createExperiment(request)).code())
                .isEqualTo(Status.Code.RESOURCE_EXHAUSTED);
    }

    /** Asks for nothing of what it is sent until it is told to. */
    private static final class DeafRig extends ClientCall.Listener<ServerMessage> {
        private final CompletableFuture<Status> closed = new CompletableFuture<>();
        private final ClientCall<RigMessage, ServerMessage> call;
        private long heard;

        DeafRig(ManagedChannel channel) {
            call = channel.newCall(RigServiceGrpc.getConnectMethod(), CallOptions.DEFAULT);
            call.start(this, new Metadata());
        }

        @Override
        public void onMessage(ServerMessage message) {
            heard++;
        }

        @Override
        public void onClose(Status status, Metadata trailers) {
            closed.complete(status);
        }

        void sendHello() {
            call.sendMessage(RigMessage.newBuilder().setHello(Hello.newBuilder().setExperimentId(VICTIM)
                    .setRigId("deaf").addRoles(Role.RECORDER).addRoles(Role.STIMULATOR)).build());
        }

        /** An outcome that is acknowledged each time and changes something only the first time. */
        void sendOutcome(long trial) {
            call.sendMessage(RigMessage.newBuilder()
                    .setOutcome(Outcome.newBuilder().setTrial(trial).addCounts(3)).build());
        }

        Status readToTheEnd() {
            call.request(Integer.MAX_VALUE);
            return closed.orTimeout(RunningServer.TIMEOUT_SECONDS, TimeUnit.SECONDS).join();
        }
    }

    /** 9 bytes an acknowledgement against windows of 64 KiB and 32 KiB: cut off after at most some 11,000. */
    @Test
    void aRigThatNeverReadsIsCutOffAndDisturbsNobody() {
        narrow = server.newNarrowChannel();
        RawRig bystander = server.rig(BYSTANDER, "bystander");
        Present present = bystander.awaitPresent();
        long trial = server.experiment(VICTIM).getTrials() + 1;
        DeafRig deaf = new DeafRig(narrow);
        Iterator<ExperimentSnapshot> snapshots = server.operator().watchExperiment(
                WatchExperimentRequest.newBuilder().setExperimentId(VICTIM).build());

        deaf.sendHello();
        awaitRigs(snapshots, 1);
        for (int message = 0; message < 20_000; message++) {
            deaf.sendOutcome(trial);
        }
        awaitRigs(snapshots, 0);

        assertThat(bystander.answer(present, 3).getTrial()).isEqualTo(present.getTrial() + 1);
        bystander.complete();
        bystander.awaitEnd();
        Status status = deaf.readToTheEnd();
        assertThat(status.getCode()).isEqualTo(Status.Code.RESOURCE_EXHAUSTED);
        assertThat(status.getDescription()).contains("does not read");
        assertThat(deaf.heard).isBetween(1_000L, 15_000L);
        assertThat(server.experiment(VICTIM).getTrials()).isEqualTo(trial);
    }

    private static void awaitRigs(Iterator<ExperimentSnapshot> snapshots, int rigs) {
        ExperimentSnapshot snapshot = snapshots.next();
        while (snapshot.getRigsCount() != rigs) {
            snapshot = snapshots.next();
        }
    }
}
