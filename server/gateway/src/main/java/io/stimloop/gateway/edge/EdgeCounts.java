package io.stimloop.gateway.edge;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/** What was turned away at the edge, and what is held there. Thread safe. */
public final class EdgeCounts {
    private final LongAdder refusedConnections = new LongAdder();
    private final LongAdder closedConnections = new LongAdder();
    private final AtomicLong openConnections = new AtomicLong();
    private final AtomicLong unfinishedBytes = new AtomicLong();

    void refusedConnection() {
        refusedConnections.increment();
    }

    void closedConnection() {
        closedConnections.increment();
    }

    void open(int change) {
        openConnections.addAndGet(change);
    }

    long holdUnfinished(long bytes) {
        return unfinishedBytes.addAndGet(bytes);
    }

    /** Connections that were not taken, since the start. */
    public long refusedConnections() {
        return refusedConnections.sum();
    }

    /** Connections that were closed for what came over them, since the start. */
    public long closedConnections() {
        return closedConnections.sum();
    }

    /** Connections open now. */
    public long openConnections() {
        return openConnections.get();
    }

    /** Bytes held now of messages that have not come whole. */
    public long unfinishedBytes() {
        return unfinishedBytes.get();
    }
}
