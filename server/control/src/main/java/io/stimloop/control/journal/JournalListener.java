package io.stimloop.control.journal;

/** Told how far a journal has come. Must not throw and must not wait. */
public interface JournalListener {
    /**
     * What survives the end of this process now. Called by the journal's thread.
     *
     * @param record number of the last such record
     * @param trial  the last such trial whose outcome was taken; 0: none
     */
    void accepted(long record, long trial);

    /** What survives power loss now; otherwise as {@link #accepted}. */
    void durable(long record, long trial);

    /**
     * The journal is of no use any more: nothing will be written or acknowledged after this, and the experiment must
     * halt. Once, from the journal's thread, or from one that appends when too many records wait.
     */
    void failed(Throwable failure);

    /**
     * There may not be room for the segment after the next one. Called by the journal's thread.
     *
     * @param freeBytes on the disk
     */
    default void spaceIsLow(long freeBytes) {}
}
