package io.stimloop.checks.faults;

import io.stimloop.numerics.random.Streams;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.PriorityQueue;
import java.util.function.LongSupplier;
import org.apache.commons.rng.UniformRandomProvider;

/** Time, chance and what is to happen: everything that is not determined by the program. */
final class World {
    private static final long PURPOSE = 0x6661756c7473L;
    /** What a look at the clock takes while someone measures. */
    private static final long LOOK_NANOS = 10_000_000;
    private static final Instant BEGINNING = Instant.parse("2026-01-01T00:00:00Z");

    private final UniformRandomProvider random;
    private final PriorityQueue<Event> events = new PriorityQueue<>();
    private long nanos = 1;
    private long scheduled;
    private boolean measuring;
    private Duration wallStep = Duration.ZERO;
    private long trace;

    private record Event(long at, long order, Runnable what) implements Comparable<Event> {
        @Override
        public int compareTo(Event other) {
            int times = Long.compare(at, other.at);
            return times == 0 ? Long.compare(order, other.order) : times;
        }
    }

    World(long seed) {
        random = Streams.of(seed, 0, PURPOSE);
    }

    UniformRandomProvider random() {
        return random;
    }

    /** Whether something that happens once in so many times happens now. */
    boolean onceIn(int times) {
        return random.nextInt(times) == 0;
    }

    /** The monotonic clock. */
    LongSupplier nanoClock() {
        return () -> {
            nanos += measuring ? LOOK_NANOS : 0;
            return nanos;
        };
    }

    /** The wall clock, which people and protocols set. */
    InstantSource wallClock() {
        return () -> BEGINNING.plusNanos(nanos).plus(wallStep);
    }

    /** Someone sets the wall clock by up to an hour. */
    void stepWallClock() {
        wallStep = Duration.ofSeconds(random.nextInt(7_200) - 3_600);
    }

    /** Does something during which time goes by as code looks at it. */
    void measuring(Runnable task) {
        measuring = true;
        task.run();
        measuring = false;
    }

    /** Something is to happen after up to so long. */
    void within(long mostNanos, Runnable what) {
        after(1 + (long) (random.nextDouble() * mostNanos), what);
    }

    /** Something is to happen. */
    void after(long delayNanos, Runnable what) {
        events.add(new Event(nanos + delayNanos, scheduled++, what));
    }

    /** The process, or the whole machine, stands still for up to so long. */
    void pause(long mostNanos) {
        nanos += (long) (random.nextDouble() * mostNanos);
    }

    /** Lets the next thing happen; false when there is nothing. */
    boolean step() {
        Event next = events.poll();
        if (next == null) {
            return false;
        }
        nanos = Math.max(nanos, next.at());
        next.what().run();
        return true;
    }

    /** Remembers that this happened. */
    void note(String what, long value) {
        trace = (trace ^ what.hashCode() ^ value ^ nanos) * 0xBF58476D1CE4E5B9L;
        trace ^= trace >>> 31;
    }

    /** Tells two lives apart that are not the same. */
    long trace() {
        return trace;
    }
}
