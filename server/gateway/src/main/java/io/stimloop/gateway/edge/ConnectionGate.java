package io.stimloop.gateway.edge;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Stands before the listener and takes a new connection only if its address has not too many, and has not opened too
 * many in a short time. What is taken gets a {@link FrameBudget}. All rigs of one machine share an address: the
 * limits are above what a lab's rigs need when a server comes back and all reconnect at once.
 */
public final class ConnectionGate extends ChannelInboundHandlerAdapter {
    private static final int MOST_OPEN = 1_024;
    private static final int MOST_ADDRESSES = 4_096;

    private final Map<String, Peer> peers = new HashMap<>();
    private final Limits limits;
    private final EdgeCounts counts;
    private final LongSupplier nanoClock;
    private final Runnable outOfMemory;
    private int open;

    /**
     * What one address may do.
     *
     * @param open      connections at the same time
     * @param atOnce    new connections in a moment
     * @param perSecond new connections in the long run
     */
    public record Limits(int open, int atOnce, double perSecond) {
        /** 256 connections; 128 new ones at once, then 20 a second. */
        public static final Limits STANDARD = new Limits(256, 128, 20);
    }

    private static final class Peer {
        private final Bucket fresh;
        private int open;

        Peer(Bucket fresh) {
            this.fresh = fresh;
        }
    }

    /**
     * Makes the gate of one listener.
     *
     * @param counts      told what happens
     * @param nanoClock   measures rates
     * @param outOfMemory called when memory outside the heap has run out; does not come back in the program
     */
    public ConnectionGate(Limits limits, EdgeCounts counts, LongSupplier nanoClock, Runnable outOfMemory) {
        this.limits = limits;
        this.counts = counts;
        this.nanoClock = nanoClock;
        this.outOfMemory = outOfMemory;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        Channel connection = (Channel) message;
        String address = address(connection.remoteAddress());
        if (!take(address)) {
            counts.refusedConnection();
            connection.unsafe().closeForcibly();
            return;
        }
        connection.closeFuture().addListener(gone -> give(address));
        connection.pipeline().addLast(new FrameBudget(counts, nanoClock, outOfMemory));
        context.fireChannelRead(connection);
    }

    private static String address(@Nullable SocketAddress peer) {
        return peer instanceof InetSocketAddress internet && internet.getAddress() != null
                ? internet.getAddress().getHostAddress()
                : "";
    }

    private synchronized boolean take(String address) {
        long now = nanoClock.getAsLong();
        if (peers.size() >= MOST_ADDRESSES) {
            forgetIdle(now);
        }
        if (open >= MOST_OPEN || (peers.size() >= MOST_ADDRESSES && !peers.containsKey(address))) {
            return false;
        }
        Peer peer = peers.computeIfAbsent(address,
                first -> new Peer(new Bucket(limits.atOnce(), limits.perSecond(), now)));
        if (peer.open >= limits.open() || !peer.fresh.take(now)) {
            return false;
        }
        peer.open++;
        open++;
        counts.open(1);
        return true;
    }

    private void forgetIdle(long now) {
        Iterator<Peer> each = peers.values().iterator();
        while (each.hasNext()) {
            Peer peer = each.next();
            if (peer.open == 0 && peer.fresh.full(now)) {
                each.remove();
            }
        }
    }

    private synchronized void give(String address) {
        Peer peer = peers.get(address);
        if (peer != null) {
            peer.open--;
            open--;
            counts.open(-1);
        }
    }
}
