package io.stimloop.benchmarks;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Optional;

/**
 * Keeps a thread, and the threads that it starts from then on, on one core. Waking a thread on another core
 * costs more than a whole trial, and whether it happens is the scheduler's whim; on one core both sides of a
 * comparison are placed alike. The compiler's and the collector's threads stay where they are.
 */
final class OneCore {
    /** The second core: the first has the machine's interrupts. */
    private static final long MASK = 0b10;

    private OneCore() {}

    /** Pins the calling thread; returns false where that cannot be done (not Linux, one core only). */
    @SuppressWarnings("restricted") // The signature is that of sched_setaffinity(2).
    static boolean pin() {
        Linker linker = Linker.nativeLinker();
        Optional<MemorySegment> setAffinity = linker.defaultLookup().find("sched_setaffinity");
        if (setAffinity.isEmpty()) {
            return false;
        }
        MethodHandle call = linker.downcallHandle(setAffinity.get(),
                FunctionDescriptor.of(ValueLayout.JAVA_INT,
                        ValueLayout.JAVA_INT, ValueLayout.JAVA_LONG, ValueLayout.ADDRESS));
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment mask = arena.allocateFrom(ValueLayout.JAVA_LONG, MASK);
            return (int) call.invokeExact(0, (long) Long.BYTES, mask) == 0;
        } catch (Throwable impossible) {
            throw new LinkageError("sched_setaffinity", impossible);
        }
    }
}
