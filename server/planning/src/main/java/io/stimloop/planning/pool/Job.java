package io.stimloop.planning.pool;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

/**
 * Some work with a deadline, on which the threads of a crew are at work. Opened and closed once for each run by
 * {@link Crew#run}, never by others.
 */
public final class Job {
    /** A piece that takes longer would make the thread that does it late by as much. */
    private static final long SHORT_NANOS = 50_000;
    /** Work that is done sooner is not worth waking another thread for. */
    private static final long WORTH_HELP_NANOS = 30_000;
    /** Instead of how long a piece took: there was none left. */
    static final long NONE_LEFT = -1;

    private final Work work;
    private final Seats seats;
    private final LongSupplier nanoClock;
    private final Rank rank;
    /** Of a piece, about; written by whoever measured last. */
    private final AtomicLong pieceNanos = new AtomicLong();
    private final AtomicLong lastNanos = new AtomicLong();
    /** Of a whole run that came to its end; written by its owner. */
    private long runNanos = Long.MAX_VALUE;
    private long openedNanos;
    private final AtomicInteger place = new AtomicInteger(WorkerPool.NO_PLACE);
    private volatile long cutoffNanos;
    private volatile boolean exhausted;

    Job(Work work, int seats, LongSupplier nanoClock, Rank rank) {
        this.work = work;
        this.seats = new Seats(seats);
        this.nanoClock = nanoClock;
        this.rank = rank;
    }

    void open(long newCutoffNanos) {
        openedNanos = nanoClock.getAsLong();
        cutoffNanos = newCutoffNanos;
        exhausted = false;
        seats.open();
    }

    /** Lets nobody in any more; those inside leave after the piece they are in. */
    void close() {
        seats.close();
        if (exhausted) {
            runNanos = nanoClock.getAsLong() - openedNanos;
        }
    }

    Rank rank() {
        return rank;
    }

    long cutoffNanos() {
        return cutoffNanos;
    }

    /** Whether the thread that waits for the decision should do pieces itself. */
    boolean inPlace() {
        return work.prompt() && pieceNanos.get() <= SHORT_NANOS;
    }

    /** Whether other threads should be woken for it. */
    boolean worthHelp() {
        return !inPlace() || runNanos > WORTH_HELP_NANOS;
    }

    /** Whether a thread that comes would find something to do. */
    boolean wantsHelp() {
        return !exhausted && seats.hasRoom() && !timeIsUp();
    }

    long nowNanos() {
        return nanoClock.getAsLong();
    }

    /** Takes another place on the board; returns the one before. */
    int takePlace(int other) {
        return place.getAndSet(other);
    }

    boolean timeIsUp() {
        return nanoClock.getAsLong() - cutoffNanos >= 0;
    }

    /** Whether it is open and a piece that takes so long would be done in time. */
    boolean hasTimeFor(long nanos) {
        return seats.isOpen() && nanoClock.getAsLong() + nanos - cutoffNanos < 0;
    }

    /** Whether every piece has been begun. */
    boolean exhausted() {
        return exhausted;
    }

    boolean othersInside(int ownSeats) {
        return seats.taken() > ownSeats;
    }

    int enter() {
        return seats.enter();
    }

    void leave(int seat) {
        seats.leave(seat);
    }

    /** Does a piece; returns how long it took, or {@link #NONE_LEFT}. */
    long doNext(int seat) {
        long begunNanos = nanoClock.getAsLong();
        if (!work.doNext(seat)) {
            exhausted = true;
            return NONE_LEFT;
        }
        long nanos = nanoClock.getAsLong() - begunNanos;
        measure(nanos);
        return nanos;
    }

    /**
     * A mean that forgets fast, of the shorter of two pieces in turn: one during which the thread lost its processor does
     * not count.
     */
    private void measure(long nanos) {
        long before = pieceNanos.get();
        long counts = before == 0 ? nanos : (before + Math.min(nanos, lastNanos.get())) / 2;
        lastNanos.lazySet(nanos);
        pieceNanos.lazySet(counts);
    }

    /**
     * A whole run by one thread.
     *
     * @param between done before each piece
     */
    void runAlone(long newCutoffNanos, Runnable between) {
        open(newCutoffNanos);
        int seat = enter();
        try {
            long taken = 0;
            while (taken != NONE_LEFT && hasTimeFor(taken)) {
                between.run();
                taken = doNext(seat);
            }
        } finally {
            leave(seat);
            close();
        }
    }

    boolean overtake(int seat) {
        return work.overtake(seat);
    }

    /** How long a piece takes, about, in nanoseconds; 0 before the first. */
    public long pieceNanos() {
        return pieceNanos.get();
    }

    /** Waits until the job is done or its time is up. */
    void await() {
        waitFor(cutoffNanos, true);
    }

    /**
     * Waits until nobody is inside a closed job; an interrupt is kept for later.
     *
     * @param patienceNanos how long to wait at most
     * @return whether nobody is inside
     */
    public boolean settle(long patienceNanos) {
        return seats.empty() || waitFor(nanoClock.getAsLong() + patienceNanos, false);
    }

    /** Whether nobody is inside. */
    public boolean empty() {
        return seats.empty();
    }

    private boolean waitFor(long untilNanos, boolean forWork) {
        boolean interrupted = false;
        seats.wakeMe();
        long left = untilNanos - nanoClock.getAsLong();
        while (left > 0 && !(seats.empty() && (exhausted || !forWork))) {
            LockSupport.parkNanos(this, left);
            interrupted |= Thread.interrupted();
            left = untilNanos - nanoClock.getAsLong();
        }
        seats.wakeNobody();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return seats.empty();
    }
}
