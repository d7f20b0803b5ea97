package io.stimloop.inference.belief;

/** Work on a belief that is too long for a trial, such as a refit of a kernel. Reads only what it copied. */
public interface Maintenance {
    /** Does the work, on any thread, while the belief goes on learning. Deterministic. */
    Result run();

    /** What came of it. */
    interface Result {
        /**
         * Changes the belief. Called by the belief's writer between two trials, which may be some trials after
         * the work was begun; what was learned meanwhile is kept.
         */
        void adopt();

        /** What changed, for people and the record, as in "length 12.1, variance 0.8". */
        String description();
    }
}
