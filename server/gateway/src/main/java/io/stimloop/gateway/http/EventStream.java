package io.stimloop.gateway.http;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.CompositeByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import java.util.List;

/**
 * A stream of server-sent events to one reader. What is written waits in memory for a slow reader, so a writer asks
 * {@link #writable} first: it is false once more waits than the listener allows. Thread safe; no call waits.
 */
public final class EventStream {
    private final Channel channel;

    EventStream(Channel channel) {
        this.channel = channel;
    }

    /** Whether the reader keeps up. */
    public boolean writable() {
        return channel.isWritable();
    }

    /** Whether neither side has ended it. */
    public boolean open() {
        return channel.isOpen();
    }

    /**
     * Sends events, in one piece.
     *
     * @param encoded as server-sent events; shared, not changed and not released
     */
    public void send(List<ByteBuf> encoded) {
        CompositeByteBuf whole = Unpooled.compositeBuffer(encoded.size() + 1);
        encoded.forEach(part -> whole.addComponent(true, part.retainedDuplicate()));
        var _ = channel.writeAndFlush(whole, channel.voidPromise());
    }

    /** Ends it at once, whatever waits. */
    public void close() {
        var _ = channel.close();
    }

    /** Runs something when it has ended, in whichever way. */
    public void whenClosed(Runnable action) {
        var _ = channel.closeFuture().addListener(closed -> action.run());
    }
}
