package io.stimloop.rig.client;

import io.grpc.Status;
import io.grpc.SynchronizationContext;
import io.grpc.stub.ClientCallStreamObserver;
import io.grpc.stub.ClientResponseObserver;
import io.stimloop.v1.RigMessage;
import io.stimloop.v1.ServerMessage;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One stream to the server. Messages are stamped on arrival and handled one by one in the context; the next
 * is asked for only then, so a flood stays on the wire.
 */
final class ServerStream implements ClientResponseObserver<RigMessage, ServerMessage> {
    private final SynchronizationContext context;
    private final RigClock clock;
    private final Listener listener;
    private @Nullable ClientCallStreamObserver<RigMessage> call;

    /** Is told, within the context, what comes from the server. */
    interface Listener {
        void onMessage(ServerStream stream, ServerMessage message, long arrivalNanos);

        /** The stream is over; nothing comes after this. */
        void onEnd(ServerStream stream, Throwable error);
    }

    ServerStream(SynchronizationContext context, RigClock clock, Listener listener) {
        this.context = context;
        this.clock = clock;
        this.listener = listener;
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
            listener.onMessage(this, message, arrivalNanos);
            call().request(1);
        });
    }

    @Override
    public void onError(Throwable error) {
        context.execute(() -> listener.onEnd(this, error));
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
