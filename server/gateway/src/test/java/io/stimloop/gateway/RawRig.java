package io.stimloop.gateway;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Channel;
import io.grpc.stub.ClientCallStreamObserver;
import io.grpc.stub.StreamObserver;
import io.stimloop.v1.Finished;
import io.stimloop.v1.Halt;
import io.stimloop.v1.Hello;
import io.stimloop.v1.Outcome;
import io.stimloop.v1.Present;
import io.stimloop.v1.RigMessage;
import io.stimloop.v1.RigServiceGrpc;
import io.stimloop.v1.Role;
import io.stimloop.v1.ServerMessage;
import io.stimloop.v1.ServerMessage.MessageCase;
import io.stimloop.v1.Welcome;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** A rig that says what a test tells it to, in whatever order, on one stream. Used by one thread. */
final class RawRig implements StreamObserver<ServerMessage> {
    private final BlockingQueue<ServerMessage> inbox = new LinkedBlockingQueue<>();
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private final ClientCallStreamObserver<RigMessage> out;

    private RawRig(Channel channel) {
        out = (ClientCallStreamObserver<RigMessage>) RigServiceGrpc.newStub(channel).connect(this);
    }

    static RawRig on(Channel channel) {
        return new RawRig(channel);
    }

    @Override
    public void onNext(ServerMessage message) {
        if (!message.hasHeartbeat()) {
            inbox.add(message);
        }
    }

    @Override
    public void onError(Throwable failure) {
        ended.completeExceptionally(failure);
    }

    @Override
    public void onCompleted() {
        ended.complete(null);
    }

    void send(RigMessage message) {
        out.onNext(message);
    }

    void hello(String experimentId, String rigId, List<Role> roles) {
        send(RigMessage.newBuilder().setHello(Hello.newBuilder().setExperimentId(experimentId).setRigId(rigId)
                .addAllRoles(roles)).build());
    }

    void outcome(Outcome outcome) {
        send(RigMessage.newBuilder().setOutcome(outcome).build());
    }

    void count(long trial, int count) {
        outcome(Outcome.newBuilder().setTrial(trial).addCounts(count).build());
    }

    /** Goes away without a word. */
    void vanish() {
        out.cancel("the rig is away", null);
    }

    /** Ends its side in good order. */
    void complete() {
        out.onCompleted();
    }

    Welcome awaitWelcome() {
        return await(MessageCase.WELCOME).getWelcome();
    }

    Present awaitPresent() {
        return await(MessageCase.PRESENT).getPresent();
    }

    long awaitAcknowledged() {
        return await(MessageCase.ACKNOWLEDGED).getAcknowledged().getAcceptedThrough();
    }

    /** Passes over what is acknowledged in between. */
    Present awaitPresentAmongAcknowledgements() {
        ServerMessage message = next();
        while (message.hasAcknowledged()) {
            message = next();
        }
        assertThat(message.hasPresent()).as("%s", message).isTrue();
        return message.getPresent();
    }

    /** Waits until an outcome survives power loss; no command may come meanwhile. */
    void awaitDurable(long trial) {
        long durable = 0;
        while (durable < trial) {
            durable = await(MessageCase.ACKNOWLEDGED).getAcknowledged().getDurableThrough();
        }
        assertThat(durable).isEqualTo(trial);
    }

    Finished awaitFinished() {
        return await(MessageCase.FINISHED).getFinished();
    }

    Halt awaitHalt() {
        return await(MessageCase.HALT).getHalt();
    }

    /** Answers a command with a count and waits for the next command. */
    Present answer(Present present, int count) {
        count(present.getTrial(), count);
        Present next = awaitPresent();
        assertThat(awaitAcknowledged()).isEqualTo(present.getTrial());
        return next;
    }

    /** The next message, which is of this kind; heartbeats do not count. */
    private ServerMessage await(MessageCase kind) {
        ServerMessage message = next();
        assertThat(message.getMessageCase()).as("%s", message).isEqualTo(kind);
        return message;
    }

    private ServerMessage next() {
        try {
            ServerMessage message = inbox.poll(RunningServer.TIMEOUT_SECONDS, TimeUnit.SECONDS);
            assertThat(message).as("a message within %s s (stream: %s)", RunningServer.TIMEOUT_SECONDS, ended)
                    .isNotNull();
            return message;
        } catch (InterruptedException stopping) {
            throw new AssertionError("interrupted", stopping);
        }
    }

    /** The server ended the stream in good order. */
    void awaitEnd() {
        assertThat(endedBy()).as("the failure that ended the stream").isNull();
    }

    /** The refusal that ended the stream. */
    Refusal awaitRefusal() {
        return Refusal.of(requireNonNull(endedBy(), "the stream ended in good order"));
    }

    private @Nullable Throwable endedBy() {
        try {
            ended.get(RunningServer.TIMEOUT_SECONDS, TimeUnit.SECONDS);
            return null;
        } catch (ExecutionException failure) {
            return failure.getCause();
        } catch (TimeoutException | InterruptedException waiting) {
            throw new AssertionError("the stream did not end", waiting);
        }
    }

    /** Everything else that came. */
    List<ServerMessage> unread() {
        return List.copyOf(inbox);
    }
}
