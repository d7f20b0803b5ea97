package io.stimloop.control.journal;

/** The work of a journal, to be done by one thread at a time. */
public interface JournalWork {
    /** What {@link #step} gives when there will never be anything to do again. */
    long OVER = -1;

    /**
     * Writes what waits and syncs what is due.
     *
     * @return nanoseconds until there is something to do again, if nothing is appended meanwhile; or {@link #OVER}
     */
    long step();

    /** Whether a record waits, or the end. Any thread. */
    boolean waits();
}
