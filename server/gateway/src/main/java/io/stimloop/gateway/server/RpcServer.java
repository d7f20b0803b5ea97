package io.stimloop.gateway.server;

import io.grpc.BindableService;
import io.grpc.Server;
import io.grpc.netty.NettyServerBuilder;
import io.grpc.protobuf.services.HealthStatusManager;
import io.grpc.protobuf.services.ProtoReflectionServiceV1;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.ServerChannel;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.stimloop.gateway.rpc.MalformedMessages;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The gRPC listener, with health and reflection. Calls run on the transport's one thread, without a hop: the
 * services hand everything that takes time to other threads.
 */
final class RpcServer implements AutoCloseable {
    private static final int GRACE_MILLIS = 500;

    private final EventLoopGroup acceptor = group();
    private final EventLoopGroup worker = group();
    private final HealthStatusManager health = new HealthStatusManager();
    private final Server server;

    RpcServer(int port, List<BindableService> services, Doors doors) throws IOException {
        NettyServerBuilder builder = NettyServerBuilder.forAddress(new InetSocketAddress(doors.bind(), port))
                .bossEventLoopGroup(acceptor).workerEventLoopGroup(worker).directExecutor()
                .addService(health.getHealthService());
        doors.guard(builder, RpcServer::listener);
        if (doors.open()) {
            builder.addService(ProtoReflectionServiceV1.newInstance());
        }
        services.forEach(service -> builder.addService(MalformedMessages.refusedBy(service)));
        server = builder.build();
        try {
            server.start();
        } catch (IOException failure) {
            stopTransport();
            throw failure;
        }
    }

    private static EventLoopGroup group() {
        return new MultiThreadIoEventLoopGroup(1,
                Epoll.isAvailable() ? EpollIoHandler.newFactory() : NioIoHandler.newFactory());
    }

    private static ServerChannel listener() {
        return Epoll.isAvailable() ? new EpollServerSocketChannel() : new NioServerSocketChannel();
    }

    /** Has something run by the thread that reads what rigs say. */
    void execute(Runnable task) {
        worker.execute(task);
    }

    int port() {
        return server.getPort();
    }

    /** Takes no new calls; those under way go on. */
    void refuseNewCalls() {
        if (!server.isShutdown()) {
            health.enterTerminalState();
            server.shutdown();
        }
    }

    @Override
    public void close() {
        refuseNewCalls();
        try {
            if (!server.awaitTermination(GRACE_MILLIS, TimeUnit.MILLISECONDS)) {
                server.shutdownNow();
            }
        } catch (InterruptedException stopping) {
            server.shutdownNow();
            Thread.currentThread().interrupt();
        }
        stopTransport();
    }

    private void stopTransport() {
        for (EventLoopGroup group : List.of(acceptor, worker)) {
            var _ = group.shutdownGracefully(0, GRACE_MILLIS, TimeUnit.MILLISECONDS);
        }
    }
}
