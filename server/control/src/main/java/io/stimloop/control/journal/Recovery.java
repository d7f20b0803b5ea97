package io.stimloop.control.journal;

import java.io.Closeable;
import java.io.IOException;

/** A journal that was read and may be gone on with. Until it is, or this is closed, nobody else gets in. */
public final class Recovery implements AutoCloseable {
    private final JournalSetup setup;
    private final Reading reading;
    private final Closeable lock;
    private boolean over;

    Recovery(JournalSetup setup, Reading reading, Closeable lock) {
        this.setup = setup;
        this.reading = reading;
        this.lock = lock;
    }

    /** What was found. */
    public RecoveryReport report() {
        return reading.report();
    }

    /**
     * Cuts off what was being written when it all ended, and opens the journal for appending. All records that were shown
     * survive power loss then. Once.
     *
     * @throws IOException if the disk fails
     */
    public Journal resume(JournalListener listener) throws IOException {
        if (over) {
            throw new IllegalStateException("it was resumed or closed already");
        }
        SegmentLog log = SegmentLog.resume(setup.disk(), setup.settings(), reading);
        over = true;
        return Journal.open(setup, new OpenLog(log, lock, setup.disk(), reading.tail().trial()), listener);
    }

    /** Lets others in, unless it was resumed. */
    @Override
    public void close() throws IOException {
        if (!over) {
            over = true;
            lock.close();
        }
    }
}
