package io.stimloop.rig.client;

import io.grpc.ManagedChannel;
import io.grpc.Server;
import io.grpc.inprocess.InProcessChannelBuilder;
import io.grpc.inprocess.InProcessServerBuilder;
import io.stimloop.v1.Role;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** A client and a scripted server in one process and on one thread: the test's. */
final class ClientFixture implements AutoCloseable {
    static final int ATTEMPTS = 4;

    final HandClock clock = new HandClock();
    final ScriptedServer server = new ScriptedServer();
    final NotingAdapter adapter = new NotingAdapter();
    final RigClient client;
    CompletableFuture<Ending> ending = new CompletableFuture<>();
    private final Server grpcServer;
    private final ManagedChannel channel;

    ClientFixture(Role... roles) throws IOException {
        String name = InProcessServerBuilder.generateName();
        grpcServer = InProcessServerBuilder.forName(name).directExecutor().addService(server).build().start();
        channel = InProcessChannelBuilder.forName(name).directExecutor().build();
        RetryPolicy retry = new RetryPolicy(ATTEMPTS, Duration.ofMillis(100), Duration.ofSeconds(1), 7);
        client = new RigClient(channel, new RigSettings("tuning-1", "rig-a", Set.of(roles), false, retry),
                adapter,
                clock);
    }

    static ClientFixture bothRoles() throws IOException {
        return new ClientFixture(Role.RECORDER, Role.STIMULATOR);
    }

    void start() {
        ending = client.start();
    }

    /** Starts the client and welcomes it to trial 1 in epoch 1. */
    void startWelcomed() {
        start();
        server.latest().welcome(1, 1, 0);
    }

    /** Breaks the stream, lets the client come again, and welcomes it. */
    void reconnect(long epoch, long nextTrial, long durableThrough) {
        int before = server.streams().size();
        server.latest().breakOff(io.grpc.Status.Code.UNAVAILABLE);
        clock.advanceMillis(200);
        if (server.streams().size() != before + 1) {
            throw new AssertionError("the client did not reconnect");
        }
        server.latest().welcome(epoch, nextTrial, durableThrough);
    }

    @Override
    public void close() {
        client.close();
        channel.shutdownNow();
        grpcServer.shutdownNow();
    }
}
