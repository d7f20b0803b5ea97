package io.stimloop.control.experiment;

import io.stimloop.control.spec.ResolvedSpec;
import io.stimloop.v1.HaltReason;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The experiments of one server, bounded in number and memory. Experiments that are over are kept to be
 * looked at until their room is needed. Thread safe; no call takes longer than looking something up.
 */
public final class Experiments {
    private final int mostExperiments;
    private final Admission admission;
    private final long memoryBudgetBytes;
    private final Consumer<String> forgotten;
    private final Map<String, Place> places = new LinkedHashMap<>();
    private @Nullable String stopReason;

    /** A place is taken before its experiment is built. */
    private record Place(long bytes, Load load, @Nullable Experiment experiment) {
        boolean over() {
            return experiment != null && experiment.over();
        }
    }

    /**
     * Makes a server without experiments.
     *
     * @param mostExperiments   open at once
     * @param memoryBudgetBytes for all beliefs and tables together
     * @param processors        that plan
     * @param forgotten         told each id that can be found no more; must return at once
     */
    public Experiments(int mostExperiments, long memoryBudgetBytes, int processors,
            Consumer<String> forgotten) {
        admission = new Admission(processors);
        this.mostExperiments = mostExperiments;
        this.forgotten = forgotten;
        this.memoryBudgetBytes = memoryBudgetBytes;
    }

    /**
     * Keeps a place for an experiment that is about to be built.
     *
     * @throws Refused if the id is in use, the server is stopped, or there is no room
     */
    public synchronized void reserve(String id, long bytes) {
        if (stopReason != null) {
            throw Refused.of(Refused.Kind.STATE,
                    "the server's emergency stop is latched (" + stopReason + "); start the server anew");
        }
        if (places.containsKey(id)) {
            throw Refused.of(Refused.Kind.TAKEN, "experiment_id", id + " is in use; choose another");
        }
        makeRoom(bytes, 1);
        places.put(id, new Place(bytes, Load.NONE, null));
    }

    private void makeRoom(long bytes, int more) {
        List<String> ended = new ArrayList<>();
        places.forEach((id, place) -> {
            if (place.over()) {
                ended.add(id);
            }
        });
        long endedBytes = places.values().stream().filter(Place::over).mapToLong(Place::bytes).sum();
        if (places.size() - ended.size() + more > mostExperiments
                || bytes > memoryBudgetBytes - held() + endedBytes) {
            throw Refused.of(Refused.Kind.EXHAUSTED,
                    places.size() + " experiments of at most " + mostExperiments
                            + " are open and hold " + megabytes(held()) + " MB of "
                            + megabytes(memoryBudgetBytes)
                            + " MB; this one needs " + megabytes(bytes) + " MB; finish one first");
        }
        for (String id : ended) {
            if (!full(bytes, more)) {
                return;
            }
            places.remove(id);
            forgotten.accept(id);
        }
    }

    private boolean full(long bytes, int more) {
        return places.size() + more > mostExperiments || bytes > memoryBudgetBytes - held();
    }

    private long held() {
        return places.values().stream().mapToLong(Place::bytes).sum();
    }

    private static long megabytes(long bytes) {
        return (bytes + 999_999) / 1_000_000;
    }

    /**
     * Promises its deadlines to an experiment that has a place, or takes it as one that does without.
     *
     * @throws Refused if they could not be kept, or not those of the others
     */
    public void admit(String id, ResolvedSpec spec, long floorNanos) {
        Load load = Admission.load(spec, floorNanos);
        synchronized (this) {
            List<Load> open = places.values().stream().filter(place -> !place.over()).map(Place::load)
                    .toList();
            admission.require(open, load);
            places.computeIfPresent(id, (same, place) -> new Place(place.bytes(), load, place.experiment()));
        }
    }

    /** Gives up a place whose experiment could not be built or opened. */
    public synchronized void cancel(String id) {
        places.remove(id);
        forgotten.accept(id);
    }

    /**
     * Puts an experiment into its place.
     *
     * @throws Refused if the server was stopped meanwhile; the experiment is halted and its place to be
     *                 cancelled
     */
    public synchronized void open(Experiment experiment) {
        if (stopReason != null) {
            var _ = experiment.halt(HaltReason.EMERGENCY_STOP, stopReason);
            throw Refused.of(Refused.Kind.STATE,
                    "the server's emergency stop is latched (" + stopReason + ")");
        }
        Place reserved = places.get(experiment.id());
        places.put(experiment.id(), new Place(experiment.memoryBytes(),
                reserved == null ? Load.NONE : reserved.load(), experiment));
    }

    /**
     * Lets an experiment hold more than before, or less.
     *
     * @throws Refused if there is no room; nothing has changed then
     */
    public synchronized void resize(Experiment experiment, long bytes) {
        Place before = places.get(experiment.id());
        if (before == null) {
            throw unknown(experiment.id());
        }
        places.put(experiment.id(), new Place(0, before.load(), experiment));
        try {
            makeRoom(bytes, 0);
        } catch (Refused full) {
            places.put(experiment.id(), before);
            throw full;
        }
        places.put(experiment.id(), new Place(bytes, before.load(), experiment));
    }

    /**
     * Finds an open or ended experiment.
     *
     * @throws Refused if there is none with this id
     */
    public synchronized Experiment get(String id) {
        Place place = places.get(id);
        if (place == null || place.experiment() == null) {
            throw unknown(id);
        }
        return place.experiment();
    }

    private static Refused unknown(String id) {
        return Refused.of(Refused.Kind.UNKNOWN, "experiment_id", "no experiment has the id \"" + id + "\"");
    }

    /** All, in the order of their creation. */
    public synchronized List<Experiment> all() {
        List<Experiment> all = new ArrayList<>();
        for (Place place : places.values()) {
            if (place.experiment() != null) {
                all.add(place.experiment());
            }
        }
        return all;
    }

    /** Latches the server's stop: nothing is opened any more. Returns the experiments to halt. */
    public synchronized List<Experiment> stop(String reason) {
        if (stopReason == null) {
            stopReason = reason;
        }
        return all();
    }

    /** Whether the server's stop is latched. */
    public synchronized boolean stopped() {
        return stopReason != null;
    }

    /** The most that one experiment may need, in bytes. */
    public long memoryBudgetBytes() {
        return memoryBudgetBytes;
    }
}
