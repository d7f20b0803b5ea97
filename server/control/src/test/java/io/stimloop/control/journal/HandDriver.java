package io.stimloop.control.journal;

import org.jspecify.annotations.Nullable;

/** Does the work of a journal when told to, on the calling thread. */
final class HandDriver implements JournalDriver {
    private @Nullable JournalWork work;
    private long wait;
    int woken;

    @Override
    public void start(JournalWork started) {
        work = started;
    }

    @Override
    public void wake() {
        woken++;
    }

    /** Does the work once; what it returned. */
    long step() {
        if (work == null) {
            throw new IllegalStateException("was not started");
        }
        wait = work.step();
        return wait;
    }

    boolean waits() {
        return work != null && work.waits();
    }

    @Override
    public void join() {
        while (wait != JournalWork.OVER) {
            step();
        }
    }
}
