package io.stimloop.control.experiment;

/**
 * What an experiment asks of the processors.
 *
 * @param demandNanos what a trial needs at least: to learn and to score one candidate; measured
 * @param windowNanos within which it needs it: the deadline, or the time between outcomes where that is shorter
 * @param bestEffort  whether the experiment does without a promise
 */
record Load(long demandNanos, long windowNanos, boolean bestEffort) {
    /** None. */
    static final Load NONE = new Load(0, 1, true);

    /** Processors that it keeps busy within its window. */
    double density() {
        return bestEffort ? 0 : (double) demandNanos / windowNanos;
    }
}
