package io.stimloop.rig.client;

import io.grpc.ManagedChannel;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.SynchronizationContext;
import io.stimloop.v1.Neuron;
import io.stimloop.v1.RigMessage;
import io.stimloop.v1.RigServiceGrpc;
import io.stimloop.v1.ServerMessage;
import io.stimloop.v1.Welcome;
import java.util.EnumSet;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Takes part in one experiment with one adapter, from {@link #start} to its {@link Ending}. Reconnects when
 * the server is lost, resends what was not acknowledged, and tells a stimulator to go safe when the server
 * has been silent for the lease, when it says so, and at the end whatever the end is.
 *
 * <p>Thread safe. All that happens, happens one thing at a time, on the thread that brings it: the channel's,
 * the clock's, or that of an adapter's answer. With a channel of {@link RigChannels} an answer given within
 * {@link RigAdapter#present} leaves on the thread that read the command.
 */
public final class RigClient implements AutoCloseable {
    /** How long a server that takes the connection may take for its welcome. */
    private static final long WELCOME_NANOS = TimeUnit.SECONDS.toNanos(10);
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(2);

    /** What can be another time's success: the transport's troubles, not the server's judgement. */
    private static final Set<Status.Code> TRANSIENT = EnumSet.of(Status.Code.UNAVAILABLE,
            Status.Code.CANCELLED,
            Status.Code.ABORTED, Status.Code.DEADLINE_EXCEEDED, Status.Code.INTERNAL, Status.Code.UNKNOWN);

    private final SynchronizationContext context = new SynchronizationContext((thread, error) -> fail(error));
    private final CompletableFuture<Ending> ending = new CompletableFuture<>();
    private final ManagedChannel channel;
    private final RigSettings settings;
    private final RigAdapter adapter;
    private final RigClock clock;
    private final Trials trials;
    private final Backoff backoff;
    private final Watchdog lease;
    private @Nullable ServerStream stream;
    private boolean welcomed;
    private boolean ended;
    /** Waits for the welcome, or for the next attempt. */
    private RigClock.@Nullable Timer timer;

    /**
     * Makes a client that has done nothing yet.
     *
     * @param channel to the server; stays the caller's to shut down, after the ending
     * @param clock   stays the caller's too
     */
    public RigClient(ManagedChannel channel, RigSettings settings, RigAdapter adapter, RigClock clock) {
        this.channel = channel;
        this.settings = settings;
        this.adapter = adapter;
        this.clock = clock;
        this.trials = new Trials(settings, adapter, clock, context, this::send);
        this.backoff = new Backoff(settings.retry());
        this.lease = new Watchdog(clock, context, this::onLeaseOver);
    }

    /**
     * Connects and takes part. To be called once.
     *
     * @return the ending, or exceptionally: {@link RigRefusedException} when the server refuses, {@link
     *         ServerUnreachableException} when it cannot be reached as often as the retry policy allows, or
     *         what the adapter threw. The adapter has gone safe by then
     */
    public CompletableFuture<Ending> start() {
        context.execute(this::connect);
        return ending.copy();
    }

    /** Goes safe and leaves the experiment. No effect after the ending. */
    @Override
    public void close() {
        context.execute(() -> end(new Ending.Closed()));
    }

    private void connect() {
        if (ended) {
            return;
        }
        // Skips the channel's own wait between attempts, so that each of ours is one of its too.
        channel.enterIdle();
        ServerStream opened = new ServerStream(context, clock, this::onMessage, this::onEnd);
        stream = opened;
        RigServiceGrpc.newStub(channel).connect(opened);
        opened.send(RigMessage.newBuilder().setHello(settings.hello()).build());
        String late = "the server sent no Welcome within 10 s";
        timer = clock.schedule(() -> context.execute(() -> onEnd(opened, unavailable(late))), WELCOME_NANOS);
    }

    private void onMessage(ServerStream from, ServerMessage message, long arrivalNanos) {
        if (from == stream) {
            lease.heard(arrivalNanos);
            handle(message, arrivalNanos);
        }
    }

    private void handle(ServerMessage message, long arrivalNanos) {
        switch (message.getMessageCase()) {
            case WELCOME -> onWelcome(message.getWelcome());
            case PRESENT -> trials.onPresent(message.getPresent(), arrivalNanos);
            case ACKNOWLEDGED -> {
                backoff.reset();
                trials.onAcknowledged(message.getAcknowledged());
            }
            case HEARTBEAT -> {
                backoff.reset();
                trials.guarding().onHeartbeat(message.getHeartbeat());
            }
            case HALT -> {
                trials.guarding().onHalt(message.getHalt().getDetail());
                end(new Ending.Halted(message.getHalt().getReason(), message.getHalt().getDetail()));
            }
            case FINISHED -> end(
                    new Ending.Finished(message.getFinished().getTrials(),
                            message.getFinished().getReason()));
            case NEURONS_CHANGED ->
                adapter.neuronsChanged(message.getNeuronsChanged().getNeuronsList().stream()
                        .map(Neuron::getName).toList());
            case MESSAGE_NOT_SET -> {
                // A newer server may say what this client does not know.
            }
        }
    }

    private void onWelcome(Welcome welcome) {
        cancelTimer();
        welcomed = true;
        long leaseNanos = Messages.nanos(welcome.getLease());
        // The guard has its own eye on the lease of an output; a hiccup need not cost the connection too.
        lease.watch(welcome.getArmingRequired() ? Math.max(leaseNanos, PATIENCE_NANOS) : leaseNanos);
        adapter.joined(welcome.getExperiment());
        trials.onWelcome(welcome);
        trials.guarding().onWelcome(welcome);
    }

    private void onLeaseOver() {
        String reason = "nothing was heard from the server for the lease";
        if (settings.stimulates()) {
            trials.breakOff(reason);
            adapter.goSafe(reason);
        }
        if (welcomed && stream != null) {
            onEnd(stream, unavailable(reason));
        }
    }

    private void onEnd(ServerStream from, Throwable error) {
        if (from != stream) {
            return;
        }
        from.abandon("the stream is given up");
        stream = null;
        welcomed = false;
        cancelTimer();
        if (TRANSIENT.contains(Status.fromThrowable(error).getCode())) {
            retryAfter(error);
        } else {
            fail(RigRefusedException.of(error));
        }
    }

    private void retryAfter(Throwable error) {
        OptionalLong delayNanos = backoff.afterFailure();
        if (delayNanos.isPresent()) {
            timer = clock.schedule(() -> context.execute(this::connect), delayNanos.getAsLong());
        } else {
            fail(new ServerUnreachableException(backoff.failures(), error));
        }
    }

    private void send(RigMessage message) {
        if (welcomed && stream != null) {
            stream.send(message);
        }
    }

    private void end(Ending how) {
        conclude(how.description(), () -> ending.complete(how));
    }

    private void fail(Throwable error) {
        conclude("the rig's client failed: " + error, () -> ending.completeExceptionally(error));
    }

    private void conclude(String reason, Runnable completion) {
        if (ended) {
            return;
        }
        ended = true;
        try {
            adapter.goSafe(reason);
        } catch (RuntimeException e) {
            ending.completeExceptionally(new IllegalStateException("could not go safe after: " + reason, e));
        }
        trials.guarding().close();
        lease.stop();
        cancelTimer();
        leave();
        completion.run();
    }

    private void leave() {
        ServerStream last = stream;
        stream = null;
        if (last != null) {
            last.leave();
        }
    }

    private void cancelTimer() {
        if (timer != null) {
            timer.cancel();
            timer = null;
        }
    }

    private static StatusRuntimeException unavailable(String reason) {
        return Status.UNAVAILABLE.withDescription(reason).asRuntimeException();
    }
}
