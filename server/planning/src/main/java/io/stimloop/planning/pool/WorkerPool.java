package io.stimloop.planning.pool;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Worker threads for the jobs of all experiments. The thread that asks for a job does pieces of it itself where these are
 * short and sure to return; whichever workers are free help, the most urgent job first. Where a piece may take long, or
 * may never return, the workers do all of it, and the thread that asked keeps watch over the deadline.
 *
 * <p>Nothing queues: a job has a place on a board of fixed size while it runs; when the board is full, the thread that
 * asked works alone, or gets nothing done where it must not work itself. There is no lock. Thread safe.
 */
public final class WorkerPool implements Crew, AutoCloseable {
    /** Jobs at one time; many more than there are processors. */
    static final int PLACES = 64;
    static final int NO_PLACE = -1;
    private static final long NEVER_NANOS = Long.MAX_VALUE / 4;
    /** In this time a command that was just handed over has left. */
    private static final long HEAD_START_NANOS = 1_000_000;

    private final AtomicReferenceArray<@Nullable Job> board = new AtomicReferenceArray<>(PLACES);
    private final Workers workers;
    private final int threads;
    private final long headStartNanos;
    private final Crew aside = new Aside(this);

    /**
     * Starts the workers, daemon threads named {@code stimloop-search-1} and so on.
     *
     * @param threads how many work at one time, from 1 to 62
     */
    public WorkerPool(int threads) {
        this(threads, HEAD_START_NANOS);
    }

    /**
     * As the other.
     *
     * @param headStartNanos how long {@link #giveWay} takes
     */
    public WorkerPool(int threads, long headStartNanos) {
        if (threads < 1 || threads > Seats.MOST) {
            throw new IllegalArgumentException(
                    "threads: " + threads + " must be from 1 to " + Seats.MOST);
        }
        this.threads = threads;
        this.headStartNanos = headStartNanos;
        workers = new Workers(this, threads);
    }

    @Override
    public int seats() {
        return threads;
    }

    @Override
    public void run(Job job, long cutoffNanos) {
        job.open(cutoffNanos);
        int seat = job.inPlace() ? job.enter() : Seats.NONE;
        int place = job.worthHelp() ? post(job) : NO_PLACE;
        try {
            workers.wake(place == NO_PLACE ? 0 : threads - (seat == Seats.NONE ? 0 : 1));
            if (seat != Seats.NONE) {
                seat = workInPlace(job, seat, place != NO_PLACE);
            }
            if (seat == Seats.NONE && place != NO_PLACE) {
                job.await();
            }
        } finally {
            if (seat != Seats.NONE) {
                job.leave(seat);
            }
            job.close();
            if (place != NO_PLACE) {
                board.set(place, null);
            }
        }
    }

    /**
     * The part of the thread that asked. It must be back in time, so it begins no piece that would be late if it took as
     * long as those before.
     *
     * @param others whether workers know of the job
     * @return its seat, when all is done or the time is up; {@link Seats#NONE} when it has given it to a worker, because
     *         pieces turned out to be long
     */
    private int workInPlace(Job job, int seat, boolean others) {
        long unyieldedNanos = 0;
        long lastNanos = 0;
        while (job.hasTimeFor(lastNanos)) {
            lastNanos = job.doNext(seat);
            if (lastNanos == Job.NONE_LEFT) {
                waitForStragglers(job, seat);
                return seat;
            }
            unyieldedNanos += lastNanos;
            if (unyieldedNanos >= Turns.YIELD_NANOS) {
                Turns.letOthersRun();
                unyieldedNanos = 0;
            }
            if (others && !job.inPlace()) {
                job.leave(seat);
                workers.wake(1);
                return Seats.NONE;
            }
        }
        return seat;
    }

    /** Those inside get as long as a piece takes; after that their pieces are done again. */
    private static void waitForStragglers(Job job, int seat) {
        long patienceEnds = job.nowNanos() + job.pieceNanos();
        while (job.othersInside(1) && job.hasTimeFor(job.pieceNanos())) {
            if (job.nowNanos() - patienceEnds < 0) {
                Turns.letOthersRun();
            } else if (!job.overtake(seat)) {
                return;
            }
        }
    }

    @Override
    public void giveWay() {
        LockSupport.parkNanos(this, headStartNanos);
    }

    @Override
    public void begin(Job job) {
        job.open(job.nowNanos() + NEVER_NANOS);
        job.takePlace(post(job));
        if (job.exhausted()) {
            // It was done before its place was known.
            clear(job);
        }
        workers.wake(threads);
    }

    @Override
    public void end(Job job) {
        job.close();
        clear(job);
    }

    /** Nothing is left to do of a job that nobody waits for: its place is free again. */
    void clear(Job job) {
        int place = job.takePlace(NO_PLACE);
        if (place != NO_PLACE) {
            board.set(place, null);
        }
    }

    @Override
    public Crew aside() {
        return aside;
    }

    @Override
    public void abandon(Job job) {
        workers.giveUp(job);
    }

    /** The job on the board that wants help and comes first, of those up to a rank. */
    @Nullable
    Job mostUrgent(Rank lowest) {
        Job urgent = null;
        for (int place = 0; place < PLACES; place++) {
            Job job = board.get(place);
            if (job != null && job.rank().compareTo(lowest) <= 0 && job.wantsHelp()
                    && (urgent == null || before(job, urgent))) {
                urgent = job;
            }
        }
        return urgent;
    }

    private static boolean before(Job a, Job b) {
        int ranks = a.rank().compareTo(b.rank());
        return ranks == 0 ? a.cutoffNanos() - b.cutoffNanos() < 0 : ranks < 0;
    }

    /** Puts a job on the board. Returns its place, or {@code NO_PLACE}. */
    int post(Job job) {
        for (int place = 0; place < PLACES; place++) {
            if (board.compareAndSet(place, null, job)) {
                return place;
            }
        }
        return NO_PLACE;
    }

    @Override
    public Crew bestEffort() {
        return new BestEffort(this);
    }

    /** Threads that were given up and have not come back. */
    public int lost() {
        return workers.lost();
    }

    /** Has something run, on any thread, as soon as every worker is idle or has come back from the piece it is in. */
    public void ping(Runnable answer) {
        workers.ping(answer);
    }

    /** Ends the workers, each after the piece it is in, and waits for them, but not for those that were given up. */
    @Override
    public void close() {
        workers.close();
    }
}
