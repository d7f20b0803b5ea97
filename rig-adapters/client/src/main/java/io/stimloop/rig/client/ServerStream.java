package io.stimloop.rig.client;

import io.grpc.Status;
import io.grpc.SynchronizationContext;
import io.grpc.stub.ClientCallStreamObserver;
import io.grpc.stub.ClientResponseObserver;
import io.stimloop.v1.RigMessage;
import io.stimloop.v1.ServerMessage;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * One stream to the server. Messages are stamped on arrival and handled one by one in the context; the next
 * is asked for only then, so a flood stays on the wire.
 */
final class ServerStream implements ClientResponseObserver<RigMessage, ServerMessage> {
    private final SynchronizationContext context;
    private final RigClock clock;
    private final MessageHandler onMessage;
    private final BiConsumer<ServerStream, Throwable> onEnd;
    private @Nullable ClientCallStreamObserver<RigMessage> call;

    /** Handles a message of a stream, stamped on arrival. */
    interface MessageHandler {
        void handle(ServerStream stream, ServerMessage message, long arrivalNanos);
    }

    /**
     * Makes a stream for one call of {@code Connect}.
     *
     * @param onMessage called within the context, once for each message
     * @param onEnd     called within the context when nothing comes any more, with the reason
     */
    ServerStream(SynchronizationContext context, RigClock clock, MessageHandler onMessage,
            BiConsumer<ServerStream, Throwable> onEnd) {
        this.context = context;
        this.clock = clock;
        this.onMessage = onMessage;
        this.onEnd = onEnd;
    }

    @Override
    public void beforeStart(ClientCallStreamObserver<RigMessage> started) {
        started.disableAutoRequestWithInitial(1);
        call = started;
    }

    @Override
    public void onNext(ServerMessage message) {
        long arrivalNanos = clock.nanoTime();
        context.execute(() -> {
            onMessage.handle(this, message, arrivalNanos);
            call().request(1);
        });
    }

    @Override
    public void onError(Throwable error) {
        context.execute(() -> onEnd.accept(this, error));
    }

    @Override
    public void onCompleted() {
        onError(Status.UNAVAILABLE.withDescription("the server ended the stream without Finished or Halt")
                .asRuntimeException());
    }

    void send(RigMessage message) {
        call().onNext(message);
    }

    /** Leaves in good order: what was sent before still arrives. */
    void leave() {
        call().onCompleted();
    }

    /** Gives the stream up at once. */
    void abandon(String reason) {
        call().cancel(reason, null);
    }

    private ClientCallStreamObserver<RigMessage> call() {
        return Objects.requireNonNull(call, "the call starts before anything is sent or received");
    }
}
