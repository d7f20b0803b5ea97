package io.stimloop.control.journal;

import io.stimloop.v1.JournalRecord;
import java.io.Closeable;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Takes records from the queue to the disk, a group at a time, and tells how far it came. The first failure ends it: what
 * a disk does after an error proves nothing, so nothing is tried again and nothing is acknowledged any more.
 */
final class Committer implements JournalWork {
    /** How long it may sleep when nobody wakes it. */
    private static final long IDLE_NANOS = 100_000_000;

    private final SegmentLog log;
    private final Closeable lock;
    private final Disk disk;
    private final JournalSettings settings;
    private final JournalListener listener;
    private final LongSupplier nanoClock;
    private final RecordQueue queue;
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private final long already;
    private volatile long acceptedTrial;
    private volatile long durableTrial;
    private volatile boolean closing;
    private long trial;
    private long syncedNanos;
    private boolean spaceAsked;

    Committer(OpenLog open, JournalSettings settings, JournalListener listener, LongSupplier nanoClock) {
        log = open.log();
        lock = open.lock();
        disk = open.disk();
        already = log.sequence();
        trial = open.trial();
        this.settings = settings;
        this.listener = listener;
        this.nanoClock = nanoClock;
        queue = new RecordQueue(settings.mostWaiting());
        acceptedTrial = trial;
        durableTrial = trial;
        syncedNanos = nanoClock.getAsLong() - settings.syncNanos();
    }

    /** As {@link Journal#append}. */
    long append(JournalRecord record) {
        if (failed() || closing) {
            return 0;
        }
        long count = queue.offer(record);
        if (count == 0) {
            fail(new IOException(
                    settings.mostWaiting() + " records wait for the disk, which cannot keep up"));
            return 0;
        }
        return already + count;
    }

    @Override
    public long step() {
        if (failed()) {
            return over();
        }
        try {
            return work();
        } catch (IOException | RuntimeException | Error broken) {
            fail(broken);
            return over();
        }
    }

    private long work() throws IOException {
        boolean last = closing;
        writeWaiting();
        long sinceSync = nanoClock.getAsLong() - syncedNanos;
        if (dirty() && (last || sinceSync >= settings.syncNanos())) {
            sync();
        }
        if (queue.peek() != null) {
            return 0;
        }
        if (last) {
            log.endInOrder();
            return over();
        }
        if (dirty()) {
            return Math.max(1, settings.syncNanos() - sinceSync);
        }
        return prepareNext() ? 0 : IDLE_NANOS;
    }

    private void writeWaiting() throws IOException {
        JournalRecord record = queue.peek();
        while (record != null && !log.muchGathered()) {
            log.add(record);
            queue.remove();
            if (record.hasTaken()) {
                trial = record.getTaken().getOutcome().getTrial();
            }
            record = queue.peek();
        }
        long before = log.written();
        log.write();
        if (log.written() > before && !failed()) {
            acceptedTrial = trial;
            listener.accepted(log.written(), trial);
        }
    }

    private boolean dirty() {
        return log.durable() < log.written();
    }

    private void sync() throws IOException {
        log.sync();
        syncedNanos = nanoClock.getAsLong();
        if (!failed()) {
            durableTrial = trial;
            listener.durable(log.durable(), trial);
        }
    }

    /** Whether something was done for the next segment. */
    private boolean prepareNext() throws IOException {
        if (!log.wantsNext()) {
            spaceAsked = false;
            return false;
        }
        if (!spaceAsked) {
            spaceAsked = true;
            long free = disk.freeBytes();
            if (free < settings.segmentBytes() + settings.leastFreeBytes()) {
                listener.spaceIsLow(free);
            }
        }
        log.prepareNext();
        return true;
    }

    private long over() {
        try (lock) {
            log.close();
        } catch (IOException unimportant) {
            // All that counts is on the disk already, or was lost before.
            return OVER;
        }
        return OVER;
    }

    private void fail(Throwable cause) {
        if (failure.compareAndSet(null, cause)) {
            listener.failed(cause);
        }
    }

    boolean failed() {
        return failure.get() != null;
    }

    void beginClosing() {
        closing = true;
    }

    @Override
    public boolean waits() {
        return closing || failed() || queue.peek() != null;
    }

    long acceptedTrial() {
        return acceptedTrial;
    }

    long durableTrial() {
        return durableTrial;
    }
}
