package io.stimloop.planning.continuous;

/**
 * Takes a method of optimisation out of its loop when the time, or what may be evaluated, is used up. No fault, and without
 * the cost of a stack trace.
 */
final class StoppedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StoppedException() {
        super("no more may be evaluated", null, false, false);
    }
}
