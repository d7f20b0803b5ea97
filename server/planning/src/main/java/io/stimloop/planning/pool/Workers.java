package io.stimloop.planning.pool;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** The workers of a pool, and those that replace the ones that do not return. Thread safe. */
final class Workers {
    /** Given up at one time; after so many they are not replaced any more. */
    static final int MOST_LOST = 64;
    private static final long CLOSING_MILLIS = 2_000;

    private final WorkerPool pool;
    private final int wanted;
    private final List<Worker> lost = new ArrayList<>();
    private volatile List<Worker> present = List.of();
    private volatile boolean closed;
    private volatile @Nullable Runnable answer;
    private int started;

    /**
     * Starts them.
     *
     * @param wanted how many at a time
     */
    Workers(WorkerPool pool, int wanted) {
        this.pool = pool;
        this.wanted = wanted;
        fill();
    }

    private synchronized void fill() {
        List<Worker> more = new ArrayList<>(present);
        while (more.size() < wanted && lost.size() <= MOST_LOST && !closed) {
            started++;
            Worker worker = new Worker("stimloop-search-" + started, pool, this);
            more.add(worker);
            worker.start();
        }
        present = List.copyOf(more);
    }

    /** Wakes up to so many of those that are idle. */
    void wake(int most) {
        int woken = 0;
        List<Worker> all = present;
        for (int i = 0; i < all.size() && woken < most; i++) {
            if (all.get(i).idle()) {
                LockSupport.unpark(all.get(i));
                woken++;
            }
        }
    }

    /** Has something run as soon as every worker has come back to look for a job. */
    void ping(Runnable whenAllLook) {
        present.forEach(Worker::ask);
        answer = whenAllLook;
        answer();
    }

    /** One more may have come back. Any thread. */
    void answer() {
        Runnable waiting = answer;
        if (waiting == null) {
            return;
        }
        for (Worker worker : present) {
            if (!worker.answers()) {
                return;
            }
        }
        answer = null;
        waiting.run();
    }

    boolean closed() {
        return closed;
    }

    /** Those inside the job count no more; others take their places. */
    synchronized void giveUp(Job job) {
        List<Worker> stay = new ArrayList<>();
        for (Worker worker : present) {
            if (worker.in(job)) {
                worker.lost(true);
                lost.add(worker);
            } else {
                stay.add(worker);
            }
        }
        present = List.copyOf(stay);
        fill();
    }

    /** One that was given up has come back: it takes a place if there is one. Returns whether it has to end. */
    synchronized boolean sendHome(Worker worker) {
        lost.remove(worker);
        if (present.size() >= wanted) {
            return true;
        }
        worker.lost(false);
        List<Worker> more = new ArrayList<>(present);
        more.add(worker);
        present = List.copyOf(more);
        return false;
    }

    synchronized int lost() {
        return lost.size();
    }

    /** Ends them and waits a while for those that are not lost; an interrupt is kept for later. */
    void close() {
        closed = true;
        List<Worker> all = present;
        all.forEach(LockSupport::unpark);
        try {
            for (Worker worker : all) {
                worker.join(CLOSING_MILLIS);
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
