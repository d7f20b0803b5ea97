package io.stimloop.gateway.edge;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.logging.Filter;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * Lets each logger write a few records at once and then a few a second; the rest is counted, and the next record that
 * is written says how many. What the transport says about its clients is written without stack traces: a client can cause
 * as many as it likes, and writing one takes the transport's thread as long as several trials. Thread safe.
 */
public final class LogBudget implements Filter {
    private static final int AT_ONCE = 20;
    private static final int PER_SECOND = 2;
    private static final int MOST_LOGGERS = 512;

    private final Map<String, Source> sources = new ConcurrentHashMap<>();
    private final LongSupplier nanoClock;

    private static final class Source {
        private final Bucket bucket;
        private long dropped;

        Source(Bucket bucket) {
            this.bucket = bucket;
        }

        /** How many were dropped since the last that was written, or -1 to drop this one too. */
        synchronized long take(long now) {
            if (!bucket.take(now)) {
                dropped++;
                return -1;
            }
            long before = dropped;
            dropped = 0;
            return before;
        }
    }

    /** Makes a budget that nothing was taken from. */
    public LogBudget(LongSupplier nanoClock) {
        this.nanoClock = nanoClock;
    }

    /** Puts it before everything that writes the program's log. */
    public static void install(LongSupplier nanoClock) {
        LogBudget budget = new LogBudget(nanoClock);
        for (Handler handler : Logger.getLogger("").getHandlers()) {
            handler.setFilter(budget);
        }
    }

    @Override
    public boolean isLoggable(LogRecord record) {
        String name = String.valueOf(record.getLoggerName());
        long now = nanoClock.getAsLong();
        // Beyond so many names all share one, so that names cannot fill the memory.
        Source source = sources.computeIfAbsent(
                sources.size() < MOST_LOGGERS || sources.containsKey(name) ? name : "",
                first -> new Source(new Bucket(AT_ONCE, PER_SECOND, now)));
        long dropped = source.take(now);
        if (dropped >= 0 && (name.startsWith("io.grpc.") || name.startsWith("io.netty."))) {
            withoutTrace(record);
        }
        if (dropped > 0) {
            record.setMessage(record.getMessage() + " [" + dropped + " records of this logger not written]");
        }
        return dropped >= 0;
    }

    private static void withoutTrace(LogRecord record) {
        if (record.getThrown() != null) {
            record.setMessage(record.getMessage() + ": " + record.getThrown());
            record.setThrown(null);
        }
    }
}
