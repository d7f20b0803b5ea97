package io.stimloop.planning.pool;

import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** A thread of the pool: looks for the most urgent job, does some pieces of it, looks again. */
final class Worker extends Thread {
    private final WorkerPool pool;
    private final Workers workers;
    private volatile @Nullable Job inside;
    private volatile boolean idle;
    private volatile boolean lost;
    private volatile boolean looked;

    /**
     * A daemon, not started.
     *
     * @param pool    whose jobs it does
     * @param workers those it belongs to
     */
    Worker(String name, WorkerPool pool, Workers workers) {
        super(name);
        setDaemon(true);
        this.pool = pool;
        this.workers = workers;
    }

    @Override
    public void run() {
        while (!workers.closed() && !(lost && workers.sendHome(this))) {
            looked = true;
            workers.answer();
            Job job = pool.mostUrgent(Rank.SPECULATIVE);
            if (job == null) {
                rest();
            } else {
                help(job);
            }
        }
    }

    /** Looks once more when it is known to be idle, so that no job that was laid out meanwhile is overlooked. */
    private void rest() {
        idle = true;
        if (pool.mostUrgent(Rank.SPECULATIVE) == null && !workers.closed()) {
            LockSupport.park(this);
        }
        idle = false;
    }

    /** Some pieces, then the next look at the board may find a more urgent job. */
    void help(Job job) {
        int seat = job.enter();
        if (seat == Seats.NONE) {
            return;
        }
        Job outer = inside;
        inside = job;
        try {
            long untilNanos = job.nowNanos() + Turns.YIELD_NANOS;
            boolean more = true;
            while (more && job.hasTimeFor(0)) {
                more = job.doNext(seat) != Job.NONE_LEFT && job.nowNanos() - untilNanos < 0;
            }
        } finally {
            inside = outer;
            job.leave(seat);
        }
        if (job.rank() == Rank.SPECULATIVE && job.exhausted()) {
            pool.clear(job);
        }
        Turns.letOthersRun();
    }

    /** Whether it waits for something to do. */
    boolean idle() {
        return idle;
    }

    /** It is to show that it still looks for jobs. */
    void ask() {
        looked = false;
    }

    /** Whether it has looked for a job since it was asked to, or waits for one. */
    boolean answers() {
        return looked || idle;
    }

    /** Whether it is inside a piece of a job. */
    boolean in(Job job) {
        return inside == job;
    }

    /** Whether it was given up and has not come back. */
    boolean lost() {
        return lost;
    }

    void lost(boolean given) {
        lost = given;
    }
}
