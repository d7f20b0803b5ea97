package io.stimloop.gateway.server;

import io.grpc.ManagedChannel;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.MetadataUtils;
import io.netty.channel.ServerChannel;
import io.stimloop.gateway.audit.AuditTrail;
import io.stimloop.gateway.edge.ConnectionGate;
import io.stimloop.gateway.edge.EdgeCounts;
import io.stimloop.gateway.edge.EdgeLimits;
import io.stimloop.gateway.page.Page;
import io.stimloop.gateway.security.Access;
import io.stimloop.gateway.security.AccessInterceptor;
import io.stimloop.gateway.tls.ServerTls;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All that stands between the network and the services: limits of connections and frames, TLS, who may do what, and
 * the audit trail. One for all listeners of a server.
 */
final class Doors implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Doors.class);
    private static final String AUDIT_FILE = "audit.jsonl";
    private static final int LOOK_SECONDS = 1;
    /** What the JVM itself exits with when memory runs out. */
    private static final int OUT_OF_MEMORY = 3;

    private final InetAddress bind;
    private final Optional<ServerTls> tls;
    private final Access access;
    private final Optional<AuditTrail> trail;
    private final EdgeCounts counts = new EdgeCounts();
    private final ScheduledExecutorService looking = Executors
            .newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("certificates").factory());

    private Doors(Exposure exposure, Optional<Path> dataFolder, InstantSource clock) throws IOException {
        exposure.require(dataFolder);
        bind = exposure.bind();
        tls = exposure.tls().isPresent()
                ? Optional.of(new ServerTls(exposure.tls().get(), clock))
                : Optional.empty();
        access = exposure.access().isPresent()
                ? Access.by(exposure.access().get(), clock)
                : Access.open(clock);
        trail = dataFolder.isPresent()
                ? Optional.of(new AuditTrail(
                        Files.createDirectories(dataFolder.get()).resolve(AUDIT_FILE), clock))
                : Optional.empty();
        var _ = looking.scheduleWithFixedDelay(this::look, LOOK_SECONDS, LOOK_SECONDS, TimeUnit.SECONDS);
    }

    /**
     * Reads the files.
     *
     * @throws IOException if one cannot be read or is wrong, or the doors would stand open to the network
     */
    static Doors of(ServerOptions options) throws IOException {
        return new Doors(options.exposure(), options.dataFolder(), Clock.systemUTC());
    }

    private void look() {
        try {
            tls.ifPresent(ServerTls::look);
            access.look();
        } catch (RuntimeException fault) {
            LOG.error("looking for changed files failed", fault);
        }
    }

    /** The address to listen on. */
    InetAddress bind() {
        return bind;
    }

    /** Whether everyone on this machine may do everything. */
    boolean open() {
        return access.open();
    }

    /** What was turned away. */
    EdgeCounts counts() {
        return counts;
    }

    /** Puts everything before a listener's services. */
    void guard(NettyServerBuilder builder, Supplier<? extends ServerChannel> listener) {
        EdgeLimits.apply(builder);
        builder.intercept(interceptor()).channelFactory(() -> {
            ServerChannel channel = listener.get();
            channel.pipeline().addLast(new ConnectionGate(ConnectionGate.Limits.STANDARD, counts,
                    System::nanoTime, () -> Runtime.getRuntime().halt(OUT_OF_MEMORY)));
            return channel;
        });
        tls.ifPresent(secured -> builder.sslContext(secured.context()));
    }

    /** A channel of the server to itself; to be shut down. */
    ManagedChannel ownChannel(int port) {
        InetAddress reached = bind.isAnyLocalAddress() ? InetAddress.getLoopbackAddress() : bind;
        NettyChannelBuilder builder = NettyChannelBuilder.forAddress(new InetSocketAddress(reached, port))
                .directExecutor()
                .intercept(MetadataUtils.newAttachHeadersInterceptor(access.ownHeaders()));
        if (tls.isEmpty()) {
            return builder.usePlaintext().build();
        }
        try {
            return builder.sslContext(tls.get().ownContext()).build();
        } catch (IOException failure) {
            throw new IllegalStateException("the server cannot connect to itself", failure);
        }
    }

    /** When the certificate in use ends; empty: there is none. */
    Optional<Supplier<Instant>> certificate() {
        return tls.map(secured -> secured::expires);
    }

    /** Who may do what. */
    Access access() {
        return access;
    }

    /** Asks who may do what of each call, and tells the audit trail. */
    AccessInterceptor interceptor() {
        return new AccessInterceptor(access, trail);
    }

    /**
     * Where the page is shown.
     *
     * @throws IOException if it would let in someone who does not belong, or the certificate cannot be used
     */
    Page.Place page(InetAddress address, int port) throws IOException {
        if (!address.isLoopbackAddress() && (tls.isEmpty() || access.open())) {
            throw new IOException("--page-bind " + address.getHostAddress()
                    + ": others can reach this address, so the page needs TLS and an access file: --tls DIR, of"
                    + " stimloop certs --out DIR; or leave --page-bind out to show it on this machine only");
        }
        return new Page.Place(new InetSocketAddress(address, port),
                tls.isPresent() ? Optional.of(tls.get().pageContext()) : Optional.empty());
    }

    @Override
    public void close() {
        looking.shutdownNow();
        trail.ifPresent(AuditTrail::close);
    }
}
