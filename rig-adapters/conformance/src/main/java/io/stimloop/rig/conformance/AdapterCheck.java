package io.stimloop.rig.conformance;

import io.grpc.Server;
import io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.StreamObserver;
import io.stimloop.v1.RigMessage;
import io.stimloop.v1.RigServiceGrpc;
import io.stimloop.v1.ServerMessage;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Holds an adapter to the contract. Listens where a server would; the adapter connects, as it would to a server, and again
 * after each case, which ends with the stream broken off.
 */
public final class AdapterCheck implements AutoCloseable {
    private static final int MOST_WAITING = 16;

    private final BlockingQueue<Conversation> connections = new LinkedBlockingQueue<>(MOST_WAITING);
    private final Server server;
    private long epoch = 1;

    /**
     * Listens.
     *
     * @throws IOException if it cannot
     */
    public AdapterCheck(InetSocketAddress address) throws IOException {
        server = NettyServerBuilder.forAddress(address).addService(new RigServiceGrpc.RigServiceImplBase() {
            @Override
            public StreamObserver<RigMessage> connect(StreamObserver<ServerMessage> out) {
                Conversation conversation = new Conversation(out);
                if (!connections.offer(conversation)) {
                    conversation.breakOff();
                }
                return conversation;
            }
        }).build().start();
    }

    /** Where it listens. */
    public int port() {
        return server.getPort();
    }

    /**
     * Runs every case.
     *
     * @param patience how long to wait for the adapter to connect, each time
     * @param found    told of each case as it ends
     * @return what they came to, in their order
     */
    public List<Finding> run(Duration patience, Consumer<Finding> found) throws InterruptedException {
        List<Finding> findings = new ArrayList<>();
        for (Map.Entry<String, Cases.Case> each : Cases.all().entrySet()) {
            Finding finding = run(each.getKey(), each.getValue(), patience);
            findings.add(finding);
            found.accept(finding);
        }
        return findings;
    }

    private Finding run(String name, Cases.Case each, Duration patience) throws InterruptedException {
        Conversation adapter = connections.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
        if (adapter == null) {
            return new Finding(name, false,
                    "the adapter did not connect within " + patience.toSeconds() + " s");
        }
        epoch += 2;
        try (Session session = new Session(adapter, epoch, each.pulseMs())) {
            return new Finding(name, true, each.run().apply(session));
        } catch (Unmet unmet) {
            return new Finding(name, false, String.valueOf(unmet.getMessage()));
        }
    }

    @Override
    public void close() {
        server.shutdownNow();
    }
}
