package io.stimloop.control.journal;

import io.stimloop.v1.JournalRecord;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Records that wait for the journal's thread, in the order in which they were appended; bounded. Any thread appends, one
 * takes. Nobody waits, nothing is allocated.
 */
final class RecordQueue {
    private final AtomicReferenceArray<@Nullable JournalRecord> slots;
    private final AtomicLong appended = new AtomicLong();
    private final AtomicLong taken = new AtomicLong();

    RecordQueue(int capacity) {
        slots = new AtomicReferenceArray<>(capacity);
    }

    /**
     * Appends a record.
     *
     * @return how many were appended so far, this one included; 0 if it was not, because as many wait as may
     */
    long offer(JournalRecord record) {
        long before = appended.get();
        while (before - taken.get() < slots.length()) {
            if (appended.compareAndSet(before, before + 1)) {
                slots.set(slot(before), record);
                return before + 1;
            }
            before = appended.get();
        }
        return 0;
    }

    /** Looks at the record that waits longest; null if none does. */
    @Nullable
    JournalRecord peek() {
        return slots.get(slot(taken.get()));
    }

    /** Takes away the record that waits longest. */
    void remove() {
        slots.set(slot(taken.get()), null);
        taken.incrementAndGet();
    }

    private int slot(long index) {
        return (int) (index % slots.length());
    }
}
