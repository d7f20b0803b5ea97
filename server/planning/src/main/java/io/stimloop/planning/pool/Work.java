package io.stimloop.planning.pool;

/** Work that is done in small pieces, by several threads at the same time. */
public interface Work {
    /**
     * Begins and finishes the next piece. Must not throw.
     *
     * @param seat of the calling thread, from 0 to {@link Crew#seats()} - 1: no two threads inside have the same, so
     *             that each seat can have a working memory of its own
     * @return false when no piece is left to begin
     */
    boolean doNext(int seat);

    /**
     * Does a piece once more that another thread has begun and not finished; to whoever finishes it first it makes no
     * difference. Its processor may have been taken from the other.
     *
     * @return false when there is none, or where the work does not allow it
     */
    default boolean overtake(int seat) {
        return false;
    }

    /**
     * Whether every piece is sure to return soon, so that the thread that must decide may do pieces itself. Other work is
     * done by threads that can be given up.
     */
    default boolean prompt() {
        return true;
    }
}
