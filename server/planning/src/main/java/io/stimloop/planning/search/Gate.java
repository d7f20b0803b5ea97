package io.stimloop.planning.search;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Lets helpers into a search while it is open, and tells its owner when the last one has left. What the
 * owner wrote before {@link #open()} is seen by whoever enters; what a helper wrote before
 * {@link #leave()} is seen by the owner after {@link #awaitEmpty()}. No lock: a helper that is not running
 * holds up nobody but an owner that waits for the gate to be empty.
 */
final class Gate {
    /** The sign bit of the state; the other bits count the helpers inside. */
    private static final int CLOSED = Integer.MIN_VALUE;

    private final AtomicInteger state = new AtomicInteger(CLOSED);
    private volatile @Nullable Thread waiting;

    /** Lets helpers in. The gate must be closed and empty. */
    void open() {
        if (!state.compareAndSet(CLOSED, 0)) {
            throw new IllegalStateException("A gate opens when it is closed and empty only");
        }
    }

    boolean isOpen() {
        return state.get() >= 0;
    }

    /** Enters unless the gate is closed; whoever entered must {@link #leave()}. */
    boolean enter() {
        int seen = state.get();
        while (seen >= 0) {
            if (state.compareAndSet(seen, seen + 1)) {
                return true;
            }
            seen = state.get();
        }
        return false;
    }

    void leave() {
        if (state.decrementAndGet() == CLOSED) {
            LockSupport.unpark(waiting);
        }
    }

    /** Lets nobody in any more and asks those inside to leave. The gate must be open. */
    void close() {
        state.addAndGet(CLOSED);
    }

    /** Waits until a closed gate is empty; an interrupt is kept for later. */
    void awaitEmpty() {
        boolean interrupted = false;
        waiting = Thread.currentThread();
        while (state.get() != CLOSED) {
            LockSupport.park(this);
            interrupted |= Thread.interrupted();
        }
        waiting = null;
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
