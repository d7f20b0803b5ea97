package io.stimloop.planning.pool;

import java.util.function.LongSupplier;

/** Who does the pieces of a job: the threads of a pool, or the one that asks. */
public interface Crew {
    /** How many threads may be at work on a job at the same time, from 1. */
    int seats();

    /** How the jobs of this crew stand to others. */
    default Rank rank() {
        return Rank.PROMISED;
    }

    /**
     * Makes a job of some work, to be run as often as wanted, by one thread at a time.
     *
     * @param nanoClock that the cutoffs are on; thread safe
     */
    default Job job(Work work, LongSupplier nanoClock) {
        return new Job(work, seats(), nanoClock, rank());
    }

    /** Makes a job for {@link #begin}. */
    default Job speculativeJob(Work work, LongSupplier nanoClock) {
        return new Job(work, seats(), nanoClock, Rank.SPECULATIVE);
    }

    /**
     * Runs a job until no piece is left or the time is up. When it returns, a thread may still be inside a piece: the
     * job is closed, and {@link Job#settle} tells when it has left.
     *
     * @param cutoffNanos when to return, on the job's clock; kept to within 100 microseconds
     */
    void run(Job job, long cutoffNanos);

    /**
     * Waits for a moment before a job that nobody waits for is made and laid out: the processors are needed to carry away
     * the command that has just been decided.
     */
    default void giveWay() {}

    /**
     * Lays out a job that nobody waits for: it is worked on when there is nothing more urgent to do, until {@link #end}. Of a crew of one nobody ever works on it.
     */
    void begin(Job job);

    /** Closes a job that was begun. A thread may still be inside. */
    void end(Job job);

    /**
     * The crew for what is done within a piece of a job that nobody waits for: the thread itself, which between two
     * pieces of its own does those of more urgent jobs. So a long piece holds up nobody.
     */
    Crew aside();

    /** The same threads, for jobs that come after all others that somebody waits for. */
    Crew bestEffort();

    /**
     * Gives up the threads that are inside a closed job and do not return: they are replaced while there are not too
     * many of them. The job must not be run again.
     */
    void abandon(Job job);

    /** A crew of one: the thread that asks does everything itself, and nobody else ever. */
    static Crew alone() {
        return Alone.CREW;
    }
}
