package io.stimloop.gateway.page;

import io.netty.buffer.ByteBuf;
import io.stimloop.gateway.http.EventStream;
import io.stimloop.gateway.security.Visitor;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A page that watches an experiment, and how far it has been told. Used by the page's one thread only. */
final class Watcher {
    /** One that reads nothing for so long is dropped. */
    static final long LONGEST_STALL_NANOS = TimeUnit.SECONDS.toNanos(30);

    private final EventStream stream;
    private final Visitor visitor;
    private final int neuron;
    private long trial;
    private long event;
    private int fixed;
    private long readingNanos;

    /**
     * One that has been told nothing yet.
     *
     * @param neuron in detail
     * @param trial  the last that it has; 0 for none
     */
    Watcher(EventStream stream, Visitor visitor, int neuron, long trial, long nowNanos) {
        this.stream = stream;
        this.visitor = visitor;
        this.neuron = neuron;
        this.trial = trial;
        readingNanos = nowNanos;
    }

    /** Whether it is gone, may not look any more, or has not read for too long; it is closed then. */
    boolean over(long nowNanos) {
        if (stream.writable()) {
            readingNanos = nowNanos;
        }
        boolean over = !stream.open() || !visitor.mayLook()
                || nowNanos - readingNanos > LONGEST_STALL_NANOS;
        if (over) {
            stream.close();
        }
        return over;
    }

    /** Whether it has read what it was told. */
    boolean ready() {
        return stream.writable();
    }

    void send(List<ByteBuf> frames) {
        stream.send(frames);
    }

    int neuron() {
        return neuron;
    }

    long trial() {
        return trial;
    }

    long event() {
        return event;
    }

    /** Which version of what seldom changes it has; 0 for none. */
    int fixed() {
        return fixed;
    }

    /** It has been told so far. */
    void told(int newFixed, long newTrial, long newEvent) {
        fixed = newFixed;
        trial = newTrial;
        event = newEvent;
    }

    void close() {
        stream.close();
    }
}
