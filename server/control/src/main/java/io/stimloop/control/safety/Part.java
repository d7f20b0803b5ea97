package io.stimloop.control.safety;

/**
 * The rules about one kind of output, and the account that they need. Times are nanoseconds from an origin of the
 * envelope's, from 0, and never fall.
 */
interface Part {
    /** Forgets what does not matter any more at this time. */
    void advance(long nanos);

    /** The rules that a stimulus would break now, as bits; the time is that of the last advance. */
    long reasons(double[] stimulus, long nanos, Judge judge);

    /** Tells how much of each account is used up at the time of the last advance. */
    default void read(long nanos, Meter meter) {}

    /** A stimulus that breaks none is presented now. */
    void commit(double[] stimulus, long nanos);
}
