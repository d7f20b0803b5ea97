package io.stimloop.gateway.page;

import com.sun.management.GarbageCollectionNotificationInfo;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import javax.management.ListenerNotFoundException;
import javax.management.Notification;
import javax.management.NotificationEmitter;
import javax.management.NotificationListener;
import javax.management.openmbean.CompositeData;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The latest pauses that the garbage collector made, as it tells them. Thread safe. */
final class Pauses implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Pauses.class);
    private static final int MOST_KEPT = 32;

    private final ArrayDeque<Pause> latest = new ArrayDeque<>();
    private final List<NotificationEmitter> collectors = new ArrayList<>();
    private final NotificationListener listener = (notification, nothing) -> take(notification);
    private final long startedMillis = ManagementFactory.getRuntimeMXBean().getStartTime();

    /**
     * A pause.
     *
     * @param fromMillis when it began, by the wall clock
     * @param ms         how long it was
     */
    record Pause(long fromMillis, long ms) {
        /** Whether any of it lay between two moments. */
        boolean within(long firstMillis, long lastMillis) {
            return fromMillis <= lastMillis && fromMillis + ms >= firstMillis;
        }
    }

    /**
     * As the page has it.
     *
     * @param at when it began
     * @param ms how long it was
     */
    record Shown(String at, long ms) {}

    /** Listens from now on. */
    Pauses() {
        for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            // A cycle of a collector that works beside the program is no pause.
            if (!collector.getName().contains("Cycles") && !collector.getName().contains("Concurrent")
                    && collector instanceof NotificationEmitter emitter) {
                emitter.addNotificationListener(listener, null, null);
                collectors.add(emitter);
            }
        }
    }

    private void take(Notification notification) {
        if (notification.getType().equals(GarbageCollectionNotificationInfo.GARBAGE_COLLECTION_NOTIFICATION)
                && notification.getUserData() instanceof CompositeData data) {
            var info = GarbageCollectionNotificationInfo.from(data).getGcInfo();
            add(new Pause(startedMillis + info.getStartTime(), info.getDuration()));
        }
    }

    synchronized void add(Pause pause) {
        if (latest.size() == MOST_KEPT) {
            latest.removeFirst();
        }
        latest.add(pause);
    }

    /** How long the program stood still between two moments, in milliseconds. */
    synchronized long between(long firstMillis, long lastMillis) {
        return latest.stream().filter(pause -> pause.within(firstMillis, lastMillis)).mapToLong(Pause::ms)
                .sum();
    }

    synchronized List<Shown> shown() {
        return latest.stream()
                .map(pause -> new Shown(Instant.ofEpochMilli(pause.fromMillis()).toString(), pause.ms()))
                .toList();
    }

    @Override
    public void close() {
        for (NotificationEmitter collector : collectors) {
            try {
                collector.removeNotificationListener(listener);
            } catch (ListenerNotFoundException gone) {
                LOG.debug("nobody listened", gone);
            }
        }
    }
}
