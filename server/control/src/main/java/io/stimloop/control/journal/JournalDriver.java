package io.stimloop.control.journal;

/** Has the work of one journal done: the seam at which a simulator decides when that is. */
public interface JournalDriver {
    /** Calls {@link JournalWork#step} again and again from now on, until it is over. Once. */
    void start(JournalWork work);

    /** Something waits: does not let it wait until the time is over. Any thread; does not wait. */
    void wake();

    /** Returns when the work is over. */
    void join();
}
