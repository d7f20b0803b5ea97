package io.stimloop.benchmarks;

import java.lang.management.ManagementFactory;

/** What the JVM says of its memory. */
final class Heap {
    private static final com.sun.management.ThreadMXBean THREADS = (com.sun.management.ThreadMXBean) ManagementFactory
            .getThreadMXBean();

    private Heap() {}

    /** Bytes in use after a collection. */
    static long usedBytes() {
        ManagementFactory.getMemoryMXBean().gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    /** Bytes that the calling thread has allocated so far. */
    static long allocatedBytesOfThisThread() {
        return THREADS.getCurrentThreadAllocatedBytes();
    }

    /** Bytes that all threads have allocated so far. */
    static long allocatedBytes() {
        return THREADS.getTotalThreadAllocatedBytes();
    }
}
