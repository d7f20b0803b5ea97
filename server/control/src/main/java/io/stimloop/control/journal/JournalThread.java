package io.stimloop.control.journal;

import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A thread for one journal, so that the disk of one experiment holds up no other. Nobody interrupts it: that would close
 * its file. It begins a moment after it was woken: the processors are needed to carry the command away, and what comes in
 * meanwhile goes to the disk in the same write.
 */
public final class JournalThread implements JournalDriver {
    private static final long GATHERING_NANOS = 1_000_000;

    private final String name;
    private volatile @Nullable Thread thread;
    private volatile boolean parked;

    /** Of this name. */
    public JournalThread(String name) {
        this.name = name;
    }

    @Override
    public void start(JournalWork work) {
        Thread started = Thread.ofPlatform().daemon().name(name).unstarted(() -> run(work));
        thread = started;
        started.start();
    }

    private void run(JournalWork work) {
        for (long wait = work.step(); wait != JournalWork.OVER; wait = work.step()) {
            if (wait > 0) {
                park(work, wait);
                LockSupport.parkNanos(this, GATHERING_NANOS);
            }
        }
    }

    /** Whoever appends after the look at what waits finds that it is parked, and wakes it. */
    private void park(JournalWork work, long nanos) {
        parked = true;
        if (!work.waits()) {
            LockSupport.parkNanos(this, nanos);
        }
        parked = false;
    }

    @Override
    public void wake() {
        if (parked) {
            LockSupport.unpark(thread);
        }
    }

    @Override
    public void join() {
        Thread running = thread;
        boolean interrupted = false;
        while (running != null && running.isAlive()) {
            try {
                running.join();
            } catch (InterruptedException later) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
