package io.stimloop.gateway.page;

import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * What waits to be looked at by the page's thread. Whoever adds never waits for it: there is no lock, and what is too much
 * is dropped and counted.
 */
final class Happenings {
    /** Some minutes of trials as fast as a loop can run. */
    static final int MOST_WAITING = 1 << 15;

    private final ConcurrentLinkedQueue<Happening> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicInteger size = new AtomicInteger();
    private final AtomicLong dropped = new AtomicLong();

    /** Any thread. */
    void add(Happening happening) {
        if (size.incrementAndGet() > MOST_WAITING) {
            size.decrementAndGet();
            dropped.incrementAndGet();
        } else {
            waiting.add(happening);
        }
    }

    /** Takes all there are now; one thread at a time. */
    void drain(Consumer<Happening> taker) {
        for (Happening next = waiting.poll(); next != null; next = waiting.poll()) {
            size.decrementAndGet();
            taker.accept(next);
        }
    }

    /** How many were too much since this was asked last. */
    long takeDropped() {
        return dropped.getAndSet(0);
    }
}
