package io.stimloop.gateway.page;

import io.stimloop.control.experiment.Experiment;
import io.stimloop.control.experiment.SnapshotReading;
import io.stimloop.v1.ExperimentSnapshot;
import io.stimloop.v1.NeuronBelief;
import io.stimloop.v1.State;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One experiment as it is shown: its latest moment, and who watches. Used by the page's one thread only, except that
 * moments are taken by the experiment's own between two trials, as for every other watcher.
 */
final class Exhibit {
    private static final long WATCHED_NANOS = TimeUnit.MILLISECONDS.toNanos(80);
    private static final long UNWATCHED_NANOS = TimeUnit.SECONDS.toNanos(1);
    /** Nothing changes but for how long rigs have been silent. */
    private static final long STILL_NANOS = TimeUnit.MILLISECONDS.toNanos(500);
    /** A moment that took a while to make is followed by a pause this many times as long. */
    private static final int REST = 9;

    private final Experiment experiment;
    private final Chronicle chronicle;
    private final Makers makers;
    private final Sketches sketches;
    private final Executor thread;
    private final LongSupplier nanoClock;
    private final InstantSource clock;
    private final List<Watcher> watchers = new ArrayList<>();
    private @Nullable SnapshotReading reading;
    private ExperimentSnapshot shown = ExperimentSnapshot.getDefaultInstance();
    private @Nullable CompletableFuture<Void> asking;
    private long nextNanos;
    private long shownNanos;
    private long sentNanos;
    private int fixedVersion = 1;
    private int priorShown;

    /**
     * What puts moments into words.
     *
     * @param states of what changes
     * @param fixed  of what seldom does
     * @param spare  has time; bounded
     */
    record Makers(StateMaker states, FixedMaker fixed, Executor spare) {}

    Exhibit(Experiment experiment, Chronicle chronicle, Makers makers, Executor thread,
            LongSupplier nanoClock, InstantSource clock) {
        this.experiment = experiment;
        this.chronicle = chronicle;
        this.makers = makers;
        sketches = new Sketches(experiment, makers.spare(), nanoClock);
        this.thread = thread;
        this.nanoClock = nanoClock;
        this.clock = clock;
        nextNanos = nanoClock.getAsLong();
    }

    Experiment experiment() {
        return experiment;
    }

    Chronicle chronicle() {
        return chronicle;
    }

    /** Drops watchers that are over and asks for the next moment when it is time. */
    void tick() {
        long now = nanoClock.getAsLong();
        watchers.removeIf(watcher -> watcher.over(now));
        chronicle.catchUp(clock.millis());
        boolean over = shown.getExperiment().getState() == State.FINISHED
                || shown.getExperiment().getState() == State.HALTED;
        if (asking == null && now - nextNanos >= 0 && (!watchers.isEmpty() || !over)) {
            var _ = fresh();
        }
    }

    /** Asks for a moment; completes, on the page's thread, when it is there. */
    CompletableFuture<Void> fresh() {
        CompletableFuture<Void> under = asking;
        if (under == null) {
            under = experiment.snapshot().handleAsync((moment, failure) -> {
                asking = null;
                show(moment);
                return null;
            }, thread);
            asking = under;
        }
        return under;
    }

    /** Likewise a moment that was not taken before this was called. */
    CompletableFuture<Void> freshFromNow() {
        CompletableFuture<Void> under = asking;
        return under == null ? fresh() : under.thenCompose(before -> fresh());
    }

    /** Whether there is a moment of this last second. */
    boolean recent() {
        return reading != null && nanoClock.getAsLong() - shownNanos < UNWATCHED_NANOS;
    }

    /** Takes up a new moment; null where the experiment was too busy to give one. */
    private void show(@Nullable SnapshotReading moment) {
        long begun = nanoClock.getAsLong();
        if (moment != null) {
            chronicle.catchUp(clock.millis());
            ExperimentSnapshot before = shown;
            shown = moment.complete();
            reading = moment;
            shownNanos = begun;
            chronicle.history().entropy(shown.getBelief().getTrials(), shown.getBelief().getEntropyNats());
            if (shown.getExperiment().getNeuronChangesCount() != before.getExperiment()
                    .getNeuronChangesCount()) {
                fixedVersion++;
            }
            sketches.look(shown.getBelief());
            if (sketches.prior().size() != priorShown) {
                priorShown = sketches.prior().size();
                fixedVersion++;
            }
            if (!shown.equals(before) || begun - sentNanos >= STILL_NANOS) {
                sentNanos = begun;
                broadcast();
            }
        }
        long now = nanoClock.getAsLong();
        nextNanos = now
                + Math.max(REST * (now - begun), watchers.isEmpty() ? UNWATCHED_NANOS : WATCHED_NANOS);
    }

    private void broadcast() {
        try (Broadcast broadcast = new Broadcast(this, through())) {
            watchers.forEach(broadcast::tell);
        }
    }

    /** The last trial that the latest moment knows. */
    long through() {
        return chronicle.history().lastWithin(shown.getBelief().getTrials());
    }

    /** Shows it to one more, at once if there is a moment. */
    void watch(Watcher watcher) {
        watchers.add(watcher);
        nextNanos = Math.min(nextNanos, nanoClock.getAsLong());
        if (reading != null) {
            try (Broadcast broadcast = new Broadcast(this, through())) {
                broadcast.tell(watcher);
            }
        }
    }

    int watchers() {
        return watchers.size();
    }

    /** The latest moment; empty before the first. */
    ExperimentSnapshot shown() {
        return shown;
    }

    /** Names of the neurons, in the order of their numbers. */
    List<String> neurons() {
        return FixedMaker.neurons(shown);
    }

    io.stimloop.gateway.page.State state(int neuron) {
        List<String> names = neurons();
        Optional<NeuronBelief> detail = Optional.empty();
        SnapshotReading moment = reading;
        if (neuron > 0 && neuron < names.size() && moment != null) {
            detail = moment.belief().belief(List.of(names.get(neuron))).getNeuronsList().stream().findFirst();
        }
        StateMaker.Beside beside = new StateMaker.Beside(experiment.contacts(),
                moment == null ? List.of() : moment.budgets(), sketches.balanced());
        return makers.states().state(shown, chronicle, beside, detail, neuron);
    }

    io.stimloop.gateway.page.State.Fixed fixed() {
        return makers.fixed().fixed(experiment, shown, sketches.prior());
    }

    /** Grows when what seldom changes has changed. */
    int fixedVersion() {
        return fixedVersion;
    }

    /** Ends all watching. */
    void close() {
        watchers.forEach(Watcher::close);
        watchers.clear();
    }
}
