package io.stimloop.gateway.rpc;

import io.grpc.Status;
import io.grpc.stub.ServerCallStreamObserver;
import io.stimloop.control.experiment.Experiment;
import io.stimloop.control.experiment.Refused;
import io.stimloop.control.experiment.SnapshotReading;
import io.stimloop.v1.ExperimentSnapshot;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The watchers of all experiments. {@link #tick} is called ten times a second; a watcher that is still
 * reading, or whose last snapshot is still being made, misses one; one that reads nothing for ten seconds is dropped; making snapshots takes at most a tenth of a
 * thread for each watcher. Bounded in number.
 */
public final class Watches {
    private static final int MOST_WATCHERS = 64;
    /** A snapshot that took a while is followed by a pause this many times as long. */
    private static final int REST = 9;

    private static final long LONGEST_STALL_NANOS = TimeUnit.SECONDS.toNanos(10);

    private final List<Watch> watches = new CopyOnWriteArrayList<>();
    private final Executor summaries;
    private final LongSupplier nanoClock;

    /**
     * Makes it without watchers.
     *
     * @param summaries runs what takes milliseconds: summarising beliefs; bounded
     * @param nanoClock paces the snapshots
     */
    public Watches(Executor summaries, LongSupplier nanoClock) {
        this.summaries = summaries;
        this.nanoClock = nanoClock;
    }

    /** Adds a watcher; it gets its first snapshot at the next tick. */
    void add(Experiment experiment, ServerCallStreamObserver<ExperimentSnapshot> out) {
        if (watches.size() >= MOST_WATCHERS) {
            throw Refused.of(Refused.Kind.EXHAUSTED, MOST_WATCHERS + " watchers are connected already");
        }
        Watch watch = new Watch(experiment, out, nanoClock.getAsLong());
        out.setOnCancelHandler(() -> watches.remove(watch));
        watches.add(watch);
    }

    /** Drops those that do not read, and sends to the others what has changed. */
    public void tick() {
        List<Watch> stalled = watches.stream().filter(watch -> watch.stalled(nanoClock.getAsLong())).toList();
        watches.removeAll(stalled);
        stalled.forEach(Watch::drop);
        for (Watch watch : watches) {
            if (watch.due(nanoClock.getAsLong())) {
                var _ = watch.experiment.snapshot().thenApplyAsync(SnapshotReading::complete, summaries)
                        .whenComplete((snapshot, failure) -> finished(watch, snapshot, failure));
            }
        }
    }

    private void finished(Watch watch, @Nullable ExperimentSnapshot snapshot, @Nullable Throwable failure) {
        if (watch.show(snapshot, failure, nanoClock.getAsLong())) {
            watches.remove(watch);
        }
    }

    /** One watcher; touched by one thread at a time, handed over by {@code making}. */
    private static final class Watch {
        private final Experiment experiment;
        private final ServerCallStreamObserver<ExperimentSnapshot> out;
        private volatile boolean making;
        private long begunNanos;
        private long nextNanos;
        private long readyNanos;
        private ExperimentSnapshot shown = ExperimentSnapshot.getDefaultInstance();

        Watch(Experiment experiment, ServerCallStreamObserver<ExperimentSnapshot> out, long nowNanos) {
            this.experiment = experiment;
            this.out = out;
            nextNanos = nowNanos;
            readyNanos = nowNanos;
        }

        /** Whether it has read nothing for too long; asked at every tick. */
        boolean stalled(long nowNanos) {
            if (making || out.isReady()) {
                readyNanos = nowNanos;
            }
            return nowNanos - readyNanos > LONGEST_STALL_NANOS;
        }

        void drop() {
            out.onError(Status.RESOURCE_EXHAUSTED.withDescription("the watcher does not read")
                    .asRuntimeException());
        }

        boolean due(long nowNanos) {
            boolean due = !making && out.isReady() && nowNanos - nextNanos >= 0;
            if (due) {
                making = true;
                begunNanos = nowNanos;
            }
            return due;
        }

        /** Sends a snapshot that differs from the last; returns whether it was the end. */
        boolean show(@Nullable ExperimentSnapshot snapshot, @Nullable Throwable failure, long nowNanos) {
            if (failure != null && StatusMapper.busy(failure)) {
                making = false;
                return false;
            }
            if (failure != null || snapshot == null) {
                out.onError(StatusMapper.toStatus(failure == null ? new NullPointerException() : failure));
                return true;
            }
            boolean over = isOver(snapshot);
            if (!snapshot.equals(shown)) {
                shown = snapshot;
                out.onNext(snapshot);
            }
            if (over) {
                out.onCompleted();
            }
            nextNanos = nowNanos + REST * (nowNanos - begunNanos);
            making = false;
            return over;
        }

        private static boolean isOver(ExperimentSnapshot snapshot) {
            return switch (snapshot.getExperiment().getState()) {
                case FINISHED, HALTED -> true;
                default -> false;
            };
        }
    }
}
