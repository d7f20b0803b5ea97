package io.stimloop.rig.client;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A clock that the test moves by hand; timers run on the test's thread. Not thread safe. */
final class HandClock implements RigClock {
    private final List<Waiting> waiting = new ArrayList<>();
    private long nowNanos = 1_000_000_000_000L;
    private long pauseNanos;

    private record Waiting(long dueNanos, Runnable task) {}

    @Override
    public long nanoTime() {
        long read = nowNanos;
        nowNanos += pauseNanos;
        pauseNanos = 0;
        return read;
    }

    @Override
    public Timer schedule(Runnable task, long delayNanos) {
        Waiting added = new Waiting(nowNanos + delayNanos, task);
        waiting.add(added);
        return () -> waiting.remove(added);
    }

    /** Lets time pass and runs what falls due, in its order. */
    void advanceMillis(long millis) {
        long end = nowNanos + millis * 1_000_000;
        for (Optional<Waiting> next = nextUntil(end); next.isPresent(); next = nextUntil(end)) {
            waiting.remove(next.get());
            nowNanos = Math.max(nowNanos, next.get().dueNanos);
            next.get().task.run();
        }
        nowNanos = end;
    }

    /** Lets the process stand still for a while right after it has looked at the clock the next time. */
    void pauseAfterNextReadMillis(long millis) {
        pauseNanos = millis * 1_000_000;
    }

    int timers() {
        return waiting.size();
    }

    private Optional<Waiting> nextUntil(long endNanos) {
        return waiting.stream().filter(timer -> timer.dueNanos <= endNanos)
                .min(Comparator.comparingLong(Waiting::dueNanos));
    }
}
