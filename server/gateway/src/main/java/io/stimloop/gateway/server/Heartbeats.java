package io.stimloop.gateway.server;

import io.stimloop.control.experiment.Experiment;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/** Ticks every open experiment three times a lease, and whoever else wants a steady tick. */
final class Heartbeats implements AutoCloseable {
    private static final int TICKS_PER_LEASE = 3;

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("heartbeats").factory());

    /** Ticks an experiment until it is over. */
    void start(Experiment experiment) {
        AtomicReference<Future<?>> self = new AtomicReference<>();
        long periodNanos = experiment.leaseNanos() / TICKS_PER_LEASE;
        self.set(timer.scheduleAtFixedRate(() -> {
            experiment.tick();
            Future<?> tick = self.get();
            if (experiment.over() && tick != null) {
                tick.cancel(false);
            }
        }, periodNanos, periodNanos, TimeUnit.NANOSECONDS));
    }

    /** Runs something at a steady rate until closed. */
    void every(long periodMillis, Runnable task) {
        var _ = timer.scheduleAtFixedRate(task, periodMillis, periodMillis, TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
