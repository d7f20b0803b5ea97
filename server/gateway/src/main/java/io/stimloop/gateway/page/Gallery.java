package io.stimloop.gateway.page;

import io.stimloop.control.experiment.Experiment;
import io.stimloop.control.experiment.Experiments;
import io.stimloop.gateway.page.Exhibit.Makers;
import io.stimloop.v1.JournalRecord;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * All experiments as they are shown. Used by the page's one thread only, except where a method says otherwise; what
 * becomes of an experiment is learned by looking at the server's list.
 */
final class Gallery {
    private static final long LONGEST_LOOK_MILLIS = 2_000;

    private final Experiments experiments;
    private final Makers makers;
    private final Executor thread;
    private final LongSupplier nanoClock;
    private final InstantSource clock;
    private final Instant startedAt;
    private final String version;
    private final Map<String, Chronicle> chronicles = new ConcurrentHashMap<>();
    private final Map<String, Exhibit> exhibits = new LinkedHashMap<>();

    Gallery(Experiments experiments, Makers makers, Executor thread, LongSupplier nanoClock,
            InstantSource clock, String version) {
        this.experiments = experiments;
        this.makers = makers;
        this.thread = thread;
        this.nanoClock = nanoClock;
        this.clock = clock;
        this.version = version;
        startedAt = clock.instant();
    }

    /** The course of this experiment is told here; any thread. */
    void expect(String id, Chronicle chronicle) {
        chronicles.put(id, chronicle);
    }

    /** What a journal says of an experiment that comes back; before anything is shown. */
    void recall(String id, JournalRecord record) {
        Chronicle chronicle = chronicles.get(id);
        if (chronicle != null) {
            chronicle.recall(record);
        }
    }

    /** The server knows the experiment no more; any thread. */
    void forget(String id) {
        chronicles.remove(id);
    }

    /** Looks at what has come and gone, and has every exhibit take its next moment when it is time. */
    void tick() {
        exhibits();
        exhibits.values().forEach(Exhibit::tick);
    }

    /** All there are, in the order of their creation. */
    List<Exhibit> exhibits() {
        List<Exhibit> all = new ArrayList<>();
        for (Experiment experiment : experiments.all()) {
            Exhibit known = exhibits.get(experiment.id());
            Chronicle chronicle = chronicles.get(experiment.id());
            if (known != null && known.experiment().equals(experiment)) {
                all.add(known);
            } else if (chronicle != null) {
                Exhibit made = new Exhibit(experiment, chronicle, makers, thread, nanoClock, clock);
                exhibits.put(experiment.id(), made);
                all.add(made);
            }
        }
        exhibits.values().stream().filter(exhibit -> !all.contains(exhibit)).forEach(Exhibit::close);
        exhibits.values().retainAll(all);
        return all;
    }

    Optional<Exhibit> find(String id) {
        return exhibits().stream().filter(exhibit -> exhibit.experiment().id().equals(id)).findAny();
    }

    /** All at a glance, none older than a second unless it was too busy to be looked at. */
    CompletableFuture<Overview> overview() {
        List<Exhibit> all = exhibits();
        CompletableFuture<?>[] looks = all.stream().filter(exhibit -> !exhibit.recent()).map(Exhibit::fresh)
                .toArray(CompletableFuture[]::new);
        return CompletableFuture.allOf(looks)
                .completeOnTimeout(null, LONGEST_LOOK_MILLIS, TimeUnit.MILLISECONDS)
                .thenApplyAsync(looked -> {
                    Instant now = clock.instant();
                    return new Overview(
                            new Overview.Server(version, startedAt.toString(), now.toString(),
                                    experiments.stopped()),
                            all.stream().map(exhibit -> Overview.row(exhibit, now)).toList());
                }, thread);
    }

    /** How many watch now. */
    int watchers() {
        return exhibits.values().stream().mapToInt(Exhibit::watchers).sum();
    }

    void close() {
        exhibits.values().forEach(Exhibit::close);
    }
}
