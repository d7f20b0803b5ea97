package io.stimloop.planning.pool;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Lets threads in while it is open, one to a seat, and tells when the last has left. What was written before
 * {@link #open()} is seen by whoever takes a seat; what was written before {@link #leave} is seen by whoever finds the
 * seats empty. No lock: a thread that is not running holds up nobody but one that waits for the seats to be empty.
 */
final class Seats {
    /** Instead of a seat: there is none. */
    static final int NONE = -1;
    static final int MOST = 62;
    /** The sign bit of the state; the other bits are the seats taken. */
    private static final long CLOSED = Long.MIN_VALUE;

    private final long all;
    private final AtomicLong state = new AtomicLong(CLOSED);
    private volatile @Nullable Thread waiting;

    /** @param count of seats, from 1 to {@link #MOST} */
    Seats(int count) {
        all = (1L << count) - 1;
    }

    /** Lets threads in. Must be closed and empty. */
    void open() {
        if (!state.compareAndSet(CLOSED, 0)) {
            throw new IllegalStateException("seats are given when all are free again only");
        }
    }

    boolean isOpen() {
        return state.get() >= 0;
    }

    /** Whether one more would be let in. */
    boolean hasRoom() {
        long seen = state.get();
        return seen >= 0 && seen != all;
    }

    /** Takes a seat, or {@link #NONE}. */
    int enter() {
        long seen = state.get();
        while (seen >= 0 && seen != all) {
            int seat = Long.numberOfTrailingZeros(~seen);
            if (state.compareAndSet(seen, seen | 1L << seat)) {
                return seat;
            }
            seen = state.get();
        }
        return NONE;
    }

    /** Gives a seat back. */
    void leave(int seat) {
        long left = state.addAndGet(-(1L << seat));
        if ((left & ~CLOSED) == 0) {
            LockSupport.unpark(waiting);
        }
    }

    /** Lets nobody in any more. Must be open. */
    void close() {
        state.addAndGet(CLOSED);
    }

    boolean empty() {
        return (state.get() & ~CLOSED) == 0;
    }

    /** How many are taken. */
    int taken() {
        return Long.bitCount(state.get() & ~CLOSED);
    }

    /** This thread is woken when the seats become empty. */
    void wakeMe() {
        waiting = Thread.currentThread();
    }

    void wakeNobody() {
        waiting = null;
    }
}
