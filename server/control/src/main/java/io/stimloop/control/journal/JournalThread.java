package io.stimloop.control.journal;

import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A thread for one journal, so that the disk of one experiment holds up no other. Nobody interrupts it: that would close
 * its file.
 */
public final class JournalThread implements JournalDriver {
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
