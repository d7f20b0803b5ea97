package io.stimloop.gateway.edge;

import io.grpc.DecompressorRegistry;
import io.grpc.netty.NettyServerBuilder;
import io.netty.channel.ChannelOption;
import io.netty.channel.FixedRecvByteBufAllocator;
import java.util.concurrent.TimeUnit;

/** What a gRPC listener takes of one connection. */
public final class EdgeLimits {
    /** Somewhat beyond the contract's 1 MiB, so that a message that is a little too large is refused in words. */
    public static final int MOST_MESSAGE_BYTES = (1 << 20) + (64 << 10);

    private static final int MOST_HEADER_BYTES = 8 << 10;
    /** Enough for all rigs and displays of a program that uses one connection. */
    private static final int MOST_CALLS = 32;
    private static final int MOST_RESETS = 100;
    private static final int RESET_WINDOW_SECONDS = 10;
    /** What one stream can bring in a turn of the transport's thread, before others have theirs. */
    private static final int WINDOW_BYTES = 64 << 10;
    /** What one connection can bring in a turn: some hundreds of the smallest frames. */
    private static final int READ_BYTES = 16 << 10;
    private static final int HANDSHAKE_SECONDS = 3;
    /** Connections without a call are for the next call soon, or for nothing. */
    private static final int IDLE_SECONDS = 60;
    private static final int PING_SECONDS = 5;
    private static final int PONG_SECONDS = 2;

    private EdgeLimits() {}

    /**
     * Sets them. The age of a connection has no limit: that would cut a running experiment. The window is fixed, so
     * that the server sends no pings to measure for a better one.
     */
    public static void apply(NettyServerBuilder builder) {
        builder.maxInboundMessageSize(MOST_MESSAGE_BYTES).maxInboundMetadataSize(MOST_HEADER_BYTES)
                .maxConcurrentCallsPerConnection(MOST_CALLS)
                .maxRstFramesPerWindow(MOST_RESETS, RESET_WINDOW_SECONDS).flowControlWindow(WINDOW_BYTES)
                .withChildOption(ChannelOption.RECVBUF_ALLOCATOR,
                        new FixedRecvByteBufAllocator(READ_BYTES).maxMessagesPerRead(1))
                .handshakeTimeout(HANDSHAKE_SECONDS, TimeUnit.SECONDS)
                .maxConnectionIdle(IDLE_SECONDS, TimeUnit.SECONDS)
                .permitKeepAliveTime(PING_SECONDS, TimeUnit.SECONDS).permitKeepAliveWithoutCalls(true)
                .keepAliveTime(PING_SECONDS, TimeUnit.SECONDS)
                .keepAliveTimeout(PONG_SECONDS, TimeUnit.SECONDS)
                .decompressorRegistry(DecompressorRegistry.emptyInstance());
    }
}
