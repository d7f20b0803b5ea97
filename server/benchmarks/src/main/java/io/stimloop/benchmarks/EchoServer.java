package io.stimloop.benchmarks;

import com.google.protobuf.Duration;
import io.grpc.Server;
import io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.StreamObserver;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.stimloop.v1.Acknowledged;
import io.stimloop.v1.Decision;
import io.stimloop.v1.DecisionSource;
import io.stimloop.v1.Present;
import io.stimloop.v1.RigMessage;
import io.stimloop.v1.RigServiceGrpc;
import io.stimloop.v1.ServerMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/**
 * The bare transport: answers every message with the same messages as the server does, a command and an
 * acknowledgement, on the same kind of transport, and does nothing else.
 */
final class EchoServer implements AutoCloseable {
    private static final int VALID_NANOS = 999_999_999;
    private static final int SLACK_NANOS = 49_876_543;
    private static final int CANDIDATES = 61;

    private final EventLoopGroup acceptor = group();
    private final EventLoopGroup worker = group();
    private final Server server;

    EchoServer() throws IOException {
        server = NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                .bossEventLoopGroup(acceptor).workerEventLoopGroup(worker)
                .channelType(
                        Epoll.isAvailable() ? EpollServerSocketChannel.class : NioServerSocketChannel.class)
                .directExecutor().addService(new Echo()).build().start();
    }

    private static EventLoopGroup group() {
        return new MultiThreadIoEventLoopGroup(1,
                Epoll.isAvailable() ? EpollIoHandler.newFactory() : NioIoHandler.newFactory());
    }

    int port() {
        return server.getPort();
    }

    @Override
    public void close() {
        server.shutdownNow();
        var _ = acceptor.shutdownGracefully();
        var _ = worker.shutdownGracefully();
    }

    private static final class Echo extends RigServiceGrpc.RigServiceImplBase {
        @Override
        public StreamObserver<RigMessage> connect(StreamObserver<ServerMessage> out) {
            return new StreamObserver<>() {
                @Override
                public void onNext(RigMessage message) {
                    long trial = message.getOutcome().getTrial();
                    out.onNext(command(trial + 1));
                    out.onNext(acknowledgement(trial));
                }

                @Override
                public void onError(Throwable failure) {}

                @Override
                public void onCompleted() {
                    out.onCompleted();
                }
            };
        }

        private static ServerMessage command(long trial) {
            return ServerMessage.newBuilder().setPresent(Present.newBuilder().setTrial(trial).addStimulus(0.5)
                    .setValidFor(Duration.newBuilder().setNanos(VALID_NANOS))
                    .setDecision(
                            Decision.newBuilder().setSource(DecisionSource.DESIGN).setCandidates(CANDIDATES)
                                    .setSlack(Duration.newBuilder().setNanos(SLACK_NANOS))))
                    .build();
        }

        private static ServerMessage acknowledgement(long trial) {
            return ServerMessage.newBuilder()
                    .setAcknowledged(Acknowledged.newBuilder().setAcceptedThrough(trial))
                    .build();
        }
    }
}
