package io.stimloop.benchmarks;

import io.grpc.ManagedChannel;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.StreamObserver;
import io.stimloop.v1.Hello;
import io.stimloop.v1.Outcome;
import io.stimloop.v1.Present;
import io.stimloop.v1.RigMessage;
import io.stimloop.v1.RigServiceGrpc;
import io.stimloop.v1.Role;
import io.stimloop.v1.ServerMessage;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.CompletableFuture;
import java.util.function.ToIntFunction;
import org.HdrHistogram.Histogram;

/**
 * A rig that answers every command at once and measures from each outcome sent to the next command received.
 * Driven in blocks, so that two of them can take turns. The clock runs on the thread that reads.
 */
final class PingPong implements StreamObserver<ServerMessage>, AutoCloseable {
    private static final int LARGEST_COUNT = 20;

    private final ToIntFunction<Present> answers;
    private final ManagedChannel channel;
    private final StreamObserver<RigMessage> out;
    private final Histogram nanos = new Histogram(10_000_000_000L, 3);
    private volatile CompletableFuture<Long> block = new CompletableFuture<>();
    private Present latest = Present.getDefaultInstance();
    private long sentNanos;
    private int remaining;

    /** Connects and says hello; the first command starts nothing yet. What it answers has nothing to do with stimuli. */
    PingPong(int port, String experimentId) {
        this(port, experimentId, present -> (int) (present.getTrial() * 7 % LARGEST_COUNT));
    }

    /** Likewise, with these answers. */
    PingPong(int port, String experimentId, ToIntFunction<Present> answers) {
        this.answers = answers;
        channel = NettyChannelBuilder
                .forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))
                .usePlaintext().directExecutor().build();
        out = RigServiceGrpc.newStub(channel).connect(this);
        out.onNext(RigMessage.newBuilder().setHello(Hello.newBuilder().setExperimentId(experimentId)
                .setRigId("benchmark").addRoles(Role.RECORDER).addRoles(Role.STIMULATOR)).build());
        block.join();
    }

    /** Runs so many trials and returns when they are done. */
    void run(int trials) {
        block = new CompletableFuture<>();
        remaining = trials;
        send();
        block.join();
    }

    private void send() {
        int count = answers.applyAsInt(latest);
        RigMessage outcome = RigMessage.newBuilder()
                .setOutcome(Outcome.newBuilder().setTrial(latest.getTrial()).addCounts(count))
                .build();
        sentNanos = System.nanoTime();
        out.onNext(outcome);
    }

    @Override
    public void onNext(ServerMessage message) {
        if (!message.hasPresent()) {
            return;
        }
        long tookNanos = System.nanoTime() - sentNanos;
        if (latest.getTrial() > 0) {
            nanos.recordValue(tookNanos);
            remaining--;
        }
        latest = message.getPresent();
        if (remaining > 0) {
            send();
        } else {
            block.complete(latest.getTrial());
        }
    }

    @Override
    public void onError(Throwable failure) {
        block.completeExceptionally(failure);
    }

    @Override
    public void onCompleted() {
        block.completeExceptionally(new IllegalStateException("the server ended the stream"));
    }

    /** The latest command. */
    Present latest() {
        return latest;
    }

    /** Forgets what was measured so far. */
    void reset() {
        nanos.reset();
    }

    /** Quantile of the round trip in microseconds. */
    double micros(double percentile) {
        return nanos.getValueAtPercentile(percentile) / 1e3;
    }

    @Override
    public void close() {
        channel.shutdownNow();
    }
}
