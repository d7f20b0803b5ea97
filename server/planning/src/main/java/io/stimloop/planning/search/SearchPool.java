package io.stimloop.planning.search;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Helper threads for the searches of all experiments. A search is worked on by the thread that asked for
 * it, always, and by whichever helpers are free; the one with the earliest deadline is helped first. So a
 * search goes on however busy the pool is, and a pool of one has no helpers at all.
 *
 * <p>Nothing queues: a search that asks for help has a place on a board of fixed size while it runs, and
 * does without help when the board is full. There is no lock. Thread safe.
 */
public final class SearchPool implements AutoCloseable {
    /** Searches that can be helped at one time; many more than there are processors. */
    private static final int PLACES = 64;
    private static final int NO_PLACE = -1;

    private final AtomicReferenceArray<@Nullable Search> board = new AtomicReferenceArray<>(PLACES);
    private final Thread[] helpers;
    private volatile boolean closed;

    /**
     * Starts the helpers, daemon threads named {@code stimloop-search-1} and so on.
     *
     * @param threads how many threads work on one search, the caller's included, from 1
     */
    public SearchPool(int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("threads: " + threads + " must be at least 1");
        }
        helpers = new Thread[threads - 1];
        for (int i = 0; i < helpers.length; i++) {
            int helper = i;
            helpers[i] = Thread.ofPlatform().daemon().name("stimloop-search-" + (i + 1))
                    .unstarted(() -> help(helper));
        }
        for (Thread helper : helpers) {
            helper.start();
        }
    }

    /** How many threads work on one search, the caller's included. */
    public int threads() {
        return helpers.length + 1;
    }

    /** Ends the helpers, each after the candidate it is in, and waits for them. Searches go on alone. */
    @Override
    public void close() {
        closed = true;
        wake(helpers.length);
        boolean interrupted = false;
        for (Thread helper : helpers) {
            interrupted |= joinFully(helper);
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Runs a search that was opened, with help, until it is done or its time is up, and closes it. */
    void run(Search search) {
        int place = helpers.length == 0 ? NO_PLACE : post(search);
        try {
            wake(place == NO_PLACE ? 0 : Math.min(helpers.length, search.size() - 1));
            search.work();
        } finally {
            search.close();
            if (place != NO_PLACE) {
                board.set(place, null);
            }
        }
    }

    /** The search on the board that wants help and has the earliest deadline. */
    @Nullable
    Search mostUrgent() {
        Search urgent = null;
        for (int place = 0; place < PLACES; place++) {
            Search search = board.get(place);
            if (search != null && search.wantsHelp()
                    && (urgent == null || search.cutoffNanos() - urgent.cutoffNanos() < 0)) {
                urgent = search;
            }
        }
        return urgent;
    }

    /** Puts a search on the board. Returns its place, or {@code NO_PLACE}. */
    int post(Search search) {
        for (int place = 0; place < PLACES; place++) {
            if (board.compareAndSet(place, null, search)) {
                return place;
            }
        }
        return NO_PLACE;
    }

    private void wake(int count) {
        for (int i = 0; i < count; i++) {
            LockSupport.unpark(helpers[i]);
        }
    }

    private void help(int helper) {
        while (!closed) {
            Search search = mostUrgent();
            if (search == null) {
                LockSupport.park(this);
            } else if (search.enter()) {
                helpInside(search, helper);
            }
        }
    }

    /** Scores one candidate only, so that the next look at the board may find a more urgent search. */
    private static void helpInside(Search search, int helper) {
        try {
            search.help(helper);
        } finally {
            search.leave();
        }
    }

    private static boolean joinFully(Thread thread) {
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        return interrupted;
    }
}
