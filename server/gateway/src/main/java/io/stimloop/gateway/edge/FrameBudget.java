package io.stimloop.gateway.edge;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.ReferenceCountUtil;
import java.util.function.LongSupplier;

/**
 * Counts the frames of one HTTP/2 connection on their way in and closes it when those that carry nothing for a call
 * are too many (RFC 9113, 10.5): gRPC itself bears any number of SETTINGS, of empty DATA, and of DATA that brings a
 * message byte by byte. Each message that comes whole earns some: an honest client's pings and acknowledgements go
 * along with its messages. Used by the connection's own thread.
 */
final class FrameBudget extends ChannelInboundHandlerAdapter implements FrameReader.Frames {
    private static final int AT_ONCE = 2_000;
    private static final int PER_SECOND = 50;
    private static final int EARNED = 3;
    /** Those that read much send many of these, and no messages. */
    private static final int WINDOW_UPDATES_AT_ONCE = 50_000;
    private static final int WINDOW_UPDATES_PER_SECOND = 5_000;
    /** A part of a message that is smaller, and not its last, counts as carrying nothing. */
    private static final int SMALL_PART = 512;
    private static final long MOST_UNFINISHED = 4L << 20;
    private static final long MOST_UNFINISHED_OF_ALL = 64L << 20;

    private final EdgeCounts counts;
    private final LongSupplier nanoClock;
    private final Runnable outOfMemory;
    private final FrameReader reader = new FrameReader(this);
    private final Bucket idle;
    private final Bucket windowUpdates;
    private long unfinished;
    private boolean exceeded;
    private boolean placed;

    FrameBudget(EdgeCounts counts, LongSupplier nanoClock, Runnable outOfMemory) {
        this.counts = counts;
        this.nanoClock = nanoClock;
        this.outOfMemory = outOfMemory;
        long now = nanoClock.getAsLong();
        idle = new Bucket(AT_ONCE, PER_SECOND, now);
        windowUpdates = new Bucket(WINDOW_UPDATES_AT_ONCE, WINDOW_UPDATES_PER_SECOND, now);
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (!placed && behindTls(context)) {
            context.fireChannelRead(message);
            return;
        }
        placed = true;
        if (!exceeded && message instanceof ByteBuf bytes) {
            reader.read(bytes);
        }
        if (exceeded) {
            ReferenceCountUtil.release(message);
            if (context.channel().isOpen()) {
                counts.closedConnection();
                var _ = context.close();
            }
        } else {
            context.fireChannelRead(message);
        }
    }

    /** Frames can be read behind TLS only. Its handler is not there yet when this one is added. */
    private boolean behindTls(ChannelHandlerContext context) {
        ChannelHandlerContext tls = context.pipeline().context(SslHandler.class);
        if (tls == null) {
            return false;
        }
        placed = true;
        context.pipeline().addAfter(tls.name(), null,
                new FrameBudget(counts, nanoClock, outOfMemory).inPlace());
        context.pipeline().addFirst(new MemoryWatch(outOfMemory));
        context.pipeline().remove(this);
        return true;
    }

    private FrameBudget inPlace() {
        placed = true;
        return this;
    }

    @Override
    public void idleFrame() {
        exceeded |= !idle.take(nanoClock.getAsLong());
    }

    @Override
    public void windowUpdate() {
        exceeded |= !windowUpdates.take(nanoClock.getAsLong());
    }

    @Override
    public void data(int bytes, boolean messageEnded) {
        if (messageEnded) {
            idle.earn(EARNED);
        } else if (bytes < SMALL_PART) {
            idleFrame();
        }
    }

    @Override
    public void unfinished(int change) {
        unfinished += change;
        exceeded |= counts.holdUnfinished(change) > MOST_UNFINISHED_OF_ALL || unfinished > MOST_UNFINISHED;
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        counts.holdUnfinished(-unfinished);
        unfinished = 0;
        context.fireChannelInactive();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable failure) {
        MemoryWatch.check(failure, outOfMemory);
        context.fireExceptionCaught(failure);
    }
}
