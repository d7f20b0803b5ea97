package io.stimloop.gateway.server;

import io.stimloop.control.arming.Pulse;
import io.stimloop.control.experiment.Experiment;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ticks every open experiment several times a lease, as long as the parts of the server answer, and whoever else wants a
 * steady tick. All on one thread: when it stands still, so does every output.
 */
final class Heartbeats implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Heartbeats.class);

    private final LongSupplier nanoClock;
    private volatile Pulse pulse = new Pulse(List.of());
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("heartbeats").factory());

    Heartbeats(LongSupplier nanoClock) {
        this.nanoClock = nanoClock;
    }

    /** From now on heartbeats depend on these parts of the server. */
    void watch(List<Pulse.Part> parts) {
        pulse = new Pulse(parts);
    }

    /** Ticks an experiment until it is over. */
    void start(Experiment experiment) {
        AtomicReference<Future<?>> self = new AtomicReference<>();
        long periodNanos = experiment.tickNanos();
        self.set(timer.scheduleAtFixedRate(() -> {
            tick(experiment);
            Future<?> tick = self.get();
            if (experiment.over() && tick != null) {
                tick.cancel(false);
            }
        }, periodNanos, periodNanos, TimeUnit.NANOSECONDS));
    }

    /** What throws would never be run again. */
    private void tick(Experiment experiment) {
        try {
            experiment.tick(pulse.illness(nanoClock.getAsLong()));
        } catch (RuntimeException fault) {
            LOG.error("internal error at a heartbeat of experiment {}", experiment.id(), fault);
        }
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
