package io.stimloop.control.journal;

import io.stimloop.v1.JournalRecord;

/** Is shown the records of a journal. */
@FunctionalInterface
public interface RecordVisitor {
    /**
     * In their order, from record 1.
     *
     * @param number of the record
     */
    void visit(long number, JournalRecord record);
}
