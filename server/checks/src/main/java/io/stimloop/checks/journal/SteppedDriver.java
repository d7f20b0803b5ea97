package io.stimloop.checks.journal;

import io.stimloop.control.journal.JournalDriver;
import io.stimloop.control.journal.JournalWork;

/** Does the work of a journal when told to. */
final class SteppedDriver implements JournalDriver {
    private JournalWork work = new JournalWork() {
        @Override
        public long step() {
            return OVER;
        }

        @Override
        public boolean waits() {
            return false;
        }
    };

    @Override
    public void start(JournalWork started) {
        work = started;
    }

    @Override
    public void wake() {
        // Whoever steps decides when.
    }

    /** Does it once; whether it is over. */
    boolean step() {
        return work.step() == JournalWork.OVER;
    }

    @Override
    public void join() {
        while (!step()) {
            // On to the end.
        }
    }
}
