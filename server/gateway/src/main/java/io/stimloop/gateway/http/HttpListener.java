package io.stimloop.gateway.http;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.timeout.IdleStateHandler;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Listens for HTTP/1.1. One thread reads and writes for all connections; how many there are, how large a request is and
 * how much waits for a slow reader is bounded.
 */
public final class HttpListener implements AutoCloseable {
    /** More in a request is refused. */
    public static final int MOST_BODY_BYTES = 64 << 10;

    private static final int MOST_CONNECTIONS = 256;
    private static final int LONGEST_LINE = 4 << 10;
    private static final int MOST_HEADER_BYTES = 16 << 10;
    private static final int CHUNK_BYTES = 8 << 10;
    private static final int QUIET_SECONDS = 120;
    private static final int GRACE_MILLIS = 200;
    /** A reader for which so much waits gets no more until it is below the lower mark. */
    private static final WriteBufferWaterMark WAITING = new WriteBufferWaterMark(64 << 10, 256 << 10);

    private final EventLoopGroup loop;
    private final AtomicInteger connections = new AtomicInteger();
    private final Channel listening;

    /**
     * Binds and starts.
     *
     * @param address port 0 chooses a free one
     * @param tls     empty: not encrypted
     * @param threads makes the one thread
     * @throws IOException if the address cannot be bound
     */
    public HttpListener(InetSocketAddress address, Optional<SslContext> tls, ThreadFactory threads,
            Handler handler)
            throws IOException {
        HostRule hosts = new HostRule(address.getAddress(), tls.isPresent());
        loop = new MultiThreadIoEventLoopGroup(1, threads, NioIoHandler.newFactory());
        ChannelFuture bound = new ServerBootstrap().group(loop).channel(NioServerSocketChannel.class)
                .option(ChannelOption.SO_REUSEADDR, true).childOption(ChannelOption.TCP_NODELAY, true)
                .childOption(ChannelOption.WRITE_BUFFER_WATER_MARK, WAITING)
                .childHandler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel connection) {
                        begin(connection, tls.orElse(null), new RequestReader(hosts, handler));
                    }
                }).bind(address).awaitUninterruptibly();
        listening = bound.channel();
        if (!bound.isSuccess()) {
            close();
            throw new IOException(String.valueOf(bound.cause().getMessage()), bound.cause());
        }
    }

    private void begin(SocketChannel connection, @Nullable SslContext tls, RequestReader reader) {
        var _ = connection.closeFuture().addListener(closed -> connections.decrementAndGet());
        if (connections.incrementAndGet() > MOST_CONNECTIONS) {
            var _ = connection.close();
            return;
        }
        if (tls != null) {
            connection.pipeline().addLast(tls.newHandler(connection.alloc()));
        }
        connection.pipeline().addLast(new HttpServerCodec(LONGEST_LINE, MOST_HEADER_BYTES, CHUNK_BYTES),
                new HttpObjectAggregator(MOST_BODY_BYTES, true),
                new IdleStateHandler(0, 0, QUIET_SECONDS, TimeUnit.SECONDS), reader);
    }

    /** Where it listens. */
    public InetSocketAddress address() {
        return (InetSocketAddress) listening.localAddress();
    }

    /** Connections now. */
    public int connections() {
        return connections.get();
    }

    @Override
    public void close() {
        var _ = loop.shutdownGracefully(0, GRACE_MILLIS, TimeUnit.MILLISECONDS);
    }
}
