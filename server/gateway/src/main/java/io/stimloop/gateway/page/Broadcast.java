package io.stimloop.gateway.page;

import io.netty.buffer.ByteBuf;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * One moment of an experiment on its way to all who watch it: whatever several of them are told is encoded once. A watcher
 * that is not ready misses the moment; trials and events that it missed come with the next that it gets.
 */
final class Broadcast implements AutoCloseable {
    private static final int TRIALS_IN_A_PART = 1000;
    private static final int PARTS_AT_ONCE = 8;

    private final Exhibit exhibit;
    private final long through;
    private final Map<String, ByteBuf> encoded = new HashMap<>();
    private final Map<Long, Long> lastOfPart = new HashMap<>();

    /** @param through the last trial that may be told */
    Broadcast(Exhibit exhibit, long through) {
        this.exhibit = exhibit;
        this.through = through;
    }

    /** Tells a watcher what it does not know, and how it is now. */
    void tell(Watcher watcher) {
        if (!watcher.ready()) {
            return;
        }
        List<ByteBuf> frames = new ArrayList<>();
        if (watcher.fixed() != exhibit.fixedVersion()) {
            frames.add(once("static", () -> Frames.event("static", Json.bytes(exhibit.fixed()))));
        }
        long trial = trials(watcher.trial(), frames);
        long event = exhibit.chronicle().log().latest();
        if (watcher.event() < event || watcher.fixed() == 0) {
            frames.add(once("log" + watcher.event(), () -> Frames.event("log",
                    Json.bytes(exhibit.chronicle().log().after(watcher.event())))));
        }
        frames.add(once("state" + watcher.neuron(),
                () -> Frames.event("state", Json.bytes(exhibit.state(watcher.neuron())))));
        watcher.send(frames);
        watcher.told(exhibit.fixedVersion(), trial, event);
    }

    private long trials(long after, List<ByteBuf> frames) {
        long last = after;
        for (int part = 0; part < PARTS_AT_ONCE && last < through; part++) {
            long from = last;
            ByteBuf frame = once("trials" + from, () -> {
                TrialColumns columns = exhibit.chronicle().history().after(from, through, TRIALS_IN_A_PART);
                lastOfPart.put(from, columns.size() == 0 ? through : columns.last());
                return Frames.event("trials", lastOfPart.getOrDefault(from, through), Json.bytes(columns));
            });
            frames.add(frame);
            last = lastOfPart.getOrDefault(from, through);
        }
        return last;
    }

    private ByteBuf once(String what, Supplier<ByteBuf> encoding) {
        return encoded.computeIfAbsent(what, first -> encoding.get());
    }

    @Override
    public void close() {
        encoded.values().forEach(ByteBuf::release);
    }
}
