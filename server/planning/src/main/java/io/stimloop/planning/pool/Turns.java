package io.stimloop.planning.pool;

/** When a thread that works lets others run. */
final class Turns {
    /**
     * Work after which other threads are let run. A thread that waits for a processor, as the one that
     * serves the rigs does, would otherwise wait for a whole slice of the scheduler.
     */
    static final long YIELD_NANOS = 25_000;

    private Turns() {}

    /** Correctness does not rest on the scheduler here, latency does: hence the warning switched off. */
    @SuppressWarnings("ThreadPriorityCheck")
    static void letOthersRun() {
        Thread.yield();
    }
}
