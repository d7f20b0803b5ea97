package io.stimloop.gateway.http;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.concurrent.ThreadFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Threads that give way to others: on Linux of a nice value of their own (see {@code setpriority(2)}, which
 * takes 0 for the calling thread), as Java's own priorities do nothing there.
 */
public final class Background {
    private static final Logger LOG = LoggerFactory.getLogger(Background.class);
    private static final int PRIO_PROCESS = 0;
    private static final int LEAST = 19;
    private static final int LESS = 5;

    private Background() {}

    /** Makes daemon threads of this name that work only when nobody else wants to. */
    public static ThreadFactory threads(String name) {
        return threads(name, LEAST);
    }

    /** Likewise of threads that others need soon, and that have little to do each time. */
    public static ThreadFactory promptThreads(String name) {
        return threads(name, LESS);
    }

    private static ThreadFactory threads(String name, int nice) {
        ThreadFactory plain = Thread.ofPlatform().daemon().name(name).factory();
        return task -> plain.newThread(() -> {
            giveWay(nice);
            task.run();
        });
    }

    // Calls one function of the C library with numbers only.
    @SuppressWarnings("restricted")
    private static void giveWay(int nice) {
        if (!System.getProperty("os.name", "").equals("Linux")) {
            return;
        }
        try {
            Linker linker = Linker.nativeLinker();
            MethodHandle setPriority = linker.downcallHandle(
                    linker.defaultLookup().find("setpriority").orElseThrow(),
                    FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT,
                            ValueLayout.JAVA_INT));
            var _ = (int) setPriority.invokeExact(PRIO_PROCESS, 0, nice);
        } catch (Error grave) {
            // Out of memory must end the process, wherever it shows.
            throw grave;
        } catch (Throwable unsupported) {
            LOG.debug("threads of the page run at the usual priority", unsupported);
        }
    }
}
