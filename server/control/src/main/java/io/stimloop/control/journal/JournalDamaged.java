package io.stimloop.control.journal;

import java.io.IOException;

/**
 * What is in the files was not left there by a journal that was merely cut off: something was changed, lost or added
 * since. The journal may still be looked at; nothing may be built on it.
 */
public final class JournalDamaged extends IOException {
    private static final long serialVersionUID = 1L;

    private final String place;
    private final long offset;
    private final long afterRecord;
    private final String fault;

    /**
     * Says what is wrong and where.
     *
     * @param place       the file
     * @param offset      in the file, in bytes
     * @param afterRecord the last record before it that is right; 0: none
     * @param fault       what is wrong there
     */
    public JournalDamaged(String place, long offset, long afterRecord, String fault) {
        super(place + ", byte " + offset + ", after record " + afterRecord + ": " + fault);
        this.place = place;
        this.offset = offset;
        this.afterRecord = afterRecord;
        this.fault = fault;
    }

    /** The file. */
    public String place() {
        return place;
    }

    /** In the file, in bytes. */
    public long offset() {
        return offset;
    }

    /** The last record before it that is right; 0: none. */
    public long afterRecord() {
        return afterRecord;
    }

    /** What is wrong there. */
    public String fault() {
        return fault;
    }
}
