package io.stimloop.checks.adapter;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;

/** Plain timers beside the one that is judged: what the machine adds to any time. */
final class ControlTimer {
    /** On a busy machine one thread is luckier than another. */
    private static final int TIMERS = 3;

    private ControlTimer() {}

    /** Waits from a moment on; how late the latest of the timers is then, in nanoseconds. */
    static CompletableFuture<Long> lateness(long fromNanos, long forNanos) {
        List<CompletableFuture<Long>> timers = new ArrayList<>();
        for (int k = 0; k < TIMERS; k++) {
            timers.add(one(fromNanos, forNanos));
        }
        return timers.stream().reduce((a, b) -> a.thenCombine(b, Math::max)).orElseThrow();
    }

    private static CompletableFuture<Long> one(long fromNanos, long forNanos) {
        CompletableFuture<Long> late = new CompletableFuture<>();
        var _ = Thread.ofPlatform().daemon().name("control-timer").start(() -> {
            long left = forNanos - (System.nanoTime() - fromNanos);
            while (left > 0) {
                LockSupport.parkNanos(left);
                left = forNanos - (System.nanoTime() - fromNanos);
            }
            late.complete(-left);
        });
        return late;
    }
}
