package io.stimloop.planning.pool;

/** A piece of work took so long that its thread was given up. */
public final class UnreturnedException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final double NANOS_PER_MILLI = 1e6;

    UnreturnedException(long patienceNanos) {
        super("a candidate was not done with " + patienceNanos / NANOS_PER_MILLI
                + " ms after its time was up: its thread is given up");
    }
}
