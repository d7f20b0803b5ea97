package io.stimloop.planning.pool;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** Passes on what went wrong with candidates, once for each type: a fault that repeats must not flood a log. */
public final class Faults {
    private final Consumer<Throwable> reporter;
    private final Set<Class<?>> reported = ConcurrentHashMap.newKeySet();

    /** @param reporter told of each type of exception once; thread safe, must not throw */
    public Faults(Consumer<Throwable> reporter) {
        this.reporter = reporter;
    }

    /** Passes it on unless one of its type was before. Thread safe. */
    public void report(Throwable fault) {
        if (reported.add(fault.getClass())) {
            reporter.accept(fault);
        }
    }
}
