package io.stimloop.checks.kills;

import io.grpc.ManagedChannel;
import io.grpc.stub.StreamObserver;
import io.stimloop.v1.Hello;
import io.stimloop.v1.Outcome;
import io.stimloop.v1.Present;
import io.stimloop.v1.RigMessage;
import io.stimloop.v1.RigServiceGrpc;
import io.stimloop.v1.Role;
import io.stimloop.v1.ServerMessage;
import io.stimloop.v1.Welcome;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

/**
 * A rig that answers every command at once and remembers what it presented and what it was told is safe, over all lives of
 * its server. Thread safe.
 */
final class TenaciousRig {
    private final String experimentId;
    private final List<double[]> presented = new ArrayList<>();
    private long accepted;
    private long durable;

    TenaciousRig(String experimentId) {
        this.experimentId = experimentId;
    }

    /** Takes part in one life of the server, which was asked to go on or will be. */
    Life connect(ManagedChannel channel) {
        return new Life(channel);
    }

    /** The last trial that the server said survives its process. */
    synchronized long accepted() {
        return accepted;
    }

    /** The last trial that the server said survives power loss. */
    synchronized long durable() {
        return durable;
    }

    /** What was presented in the first trials. */
    synchronized List<double[]> presented(long trials) {
        return List.copyOf(presented.subList(0, Math.toIntExact(trials)));
    }

    private synchronized void remember(Present present) {
        double[] stimulus = present.getStimulusList().stream().mapToDouble(Double::doubleValue).toArray();
        int index = Math.toIntExact(present.getTrial()) - 1;
        if (index == presented.size()) {
            presented.add(stimulus);
        } else {
            presented.set(index, stimulus);
        }
    }

    private synchronized void told(long newAccepted, long newDurable) {
        accepted = Math.max(accepted, newAccepted);
        durable = Math.max(durable, newDurable);
    }

    /** One connection. */
    final class Life implements StreamObserver<ServerMessage> {
        private final CompletableFuture<Welcome> welcome = new CompletableFuture<>();
        private final CountDownLatch firstAcknowledged = new CountDownLatch(1);
        private final StreamObserver<RigMessage> out;

        private Life(ManagedChannel channel) {
            out = RigServiceGrpc.newStub(channel).connect(this);
            out.onNext(RigMessage.newBuilder().setHello(Hello.newBuilder().setExperimentId(experimentId)
                    .setRigId("rig").addRoles(Role.RECORDER).addRoles(Role.STIMULATOR)).build());
        }

        Welcome awaitWelcome() {
            return welcome.join();
        }

        /** Returns when the server has taken an outcome of this life. */
        void awaitAcknowledged() throws InterruptedException {
            firstAcknowledged.await();
        }

        @Override
        public void onNext(ServerMessage message) {
            switch (message.getMessageCase()) {
                case WELCOME -> welcome.complete(message.getWelcome());
                case PRESENT -> {
                    long trial = message.getPresent().getTrial();
                    remember(message.getPresent());
                    out.onNext(RigMessage.newBuilder().setOutcome(
                            Outcome.newBuilder().setTrial(trial).addCounts(Cell.count(trial))).build());
                }
                case ACKNOWLEDGED -> {
                    told(message.getAcknowledged().getAcceptedThrough(),
                            message.getAcknowledged().getDurableThrough());
                    firstAcknowledged.countDown();
                }
                default -> {
                    // Signs of life, and what a server says that is going.
                }
            }
        }

        @Override
        public void onError(Throwable failure) {
            welcome.completeExceptionally(failure);
            firstAcknowledged.countDown();
        }

        @Override
        public void onCompleted() {
            onError(new IllegalStateException("the server ended the stream"));
        }
    }
}
