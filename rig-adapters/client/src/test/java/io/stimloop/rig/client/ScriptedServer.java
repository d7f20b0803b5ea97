package io.stimloop.rig.client;

import com.google.protobuf.Duration;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import io.stimloop.v1.Acknowledged;
import io.stimloop.v1.Finished;
import io.stimloop.v1.Halt;
import io.stimloop.v1.HaltReason;
import io.stimloop.v1.Heartbeat;
import io.stimloop.v1.Outcome;
import io.stimloop.v1.Present;
import io.stimloop.v1.Receipt;
import io.stimloop.v1.RigMessage;
import io.stimloop.v1.RigServiceGrpc;
import io.stimloop.v1.ServerMessage;
import io.stimloop.v1.Welcome;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Takes any number of streams, keeps what rigs say, and says what the test tells it to. */
final class ScriptedServer extends RigServiceGrpc.RigServiceImplBase {
    static final long LEASE_MILLIS = 2000;
    static final long VALID_FOR_MILLIS = 1000;

    private final List<Stream> streams = new ArrayList<>();

    @Override
    public StreamObserver<RigMessage> connect(StreamObserver<ServerMessage> toRig) {
        Stream stream = new Stream(toRig);
        streams.add(stream);
        return stream;
    }

    List<Stream> streams() {
        return streams;
    }

    Stream latest() {
        return streams.getLast();
    }

    private static Duration millis(long millis) {
        return Duration.newBuilder().setSeconds(millis / 1000).setNanos((int) (millis % 1000 * 1_000_000))
                .build();
    }

    /** One rig's stream. */
    static class Stream implements StreamObserver<RigMessage> {
        private final StreamObserver<ServerMessage> toRig;
        private final List<RigMessage> received = new ArrayList<>();
        private boolean left;

        Stream(StreamObserver<ServerMessage> toRig) {
            this.toRig = toRig;
        }

        @Override
        public void onNext(RigMessage message) {
            received.add(message);
        }

        @Override
        public void onError(Throwable error) {
            left = true;
        }

        @Override
        public void onCompleted() {
            left = true;
        }

        void welcome(long epoch, long nextTrial, long durableThrough) {
            say(message -> message.setWelcome(Welcome.newBuilder().setEpoch(epoch).setNextTrial(nextTrial)
                    .setDurableThrough(durableThrough).setLease(millis(LEASE_MILLIS))));
        }

        void present(long trial, double... stimulus) {
            Present.Builder present = Present.newBuilder().setTrial(trial)
                    .setValidFor(millis(VALID_FOR_MILLIS));
            for (double value : stimulus) {
                present.addStimulus(value);
            }
            say(message -> message.setPresent(present));
        }

        void acknowledge(long acceptedThrough, long durableThrough) {
            say(message -> message
                    .setAcknowledged(Acknowledged.newBuilder().setAcceptedThrough(acceptedThrough)
                            .setDurableThrough(durableThrough)));
        }

        void heartbeat() {
            say(message -> message.setHeartbeat(Heartbeat.newBuilder().setSequence(1)));
        }

        void halt(HaltReason reason, String detail) {
            say(message -> message.setHalt(Halt.newBuilder().setReason(reason).setDetail(detail)));
        }

        void finish(long trials, String reason) {
            say(message -> message.setFinished(Finished.newBuilder().setTrials(trials).setReason(reason)));
        }

        void breakOff(Status.Code code) {
            fail(code.toStatus().withDescription("scripted").asRuntimeException());
        }

        void fail(Throwable error) {
            toRig.onError(error);
        }

        void complete() {
            toRig.onCompleted();
        }

        List<RigMessage> received() {
            return received;
        }

        List<Outcome> outcomes() {
            return received.stream().filter(RigMessage::hasOutcome).map(RigMessage::getOutcome).toList();
        }

        List<Receipt> receipts() {
            return received.stream().filter(RigMessage::hasReceipt).map(RigMessage::getReceipt).toList();
        }

        boolean rigLeft() {
            return left;
        }

        private void say(Function<ServerMessage.Builder, ServerMessage.Builder> content) {
            toRig.onNext(content.apply(ServerMessage.newBuilder()).build());
        }
    }
}
