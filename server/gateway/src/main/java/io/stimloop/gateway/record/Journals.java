package io.stimloop.gateway.record;

import io.stimloop.control.experiment.BeliefReading;
import io.stimloop.control.experiment.Experiment;
import io.stimloop.control.experiment.Refused;
import io.stimloop.control.journal.FileDisk;
import io.stimloop.control.journal.Journal;
import io.stimloop.control.journal.JournalReader;
import io.stimloop.control.journal.JournalSettings;
import io.stimloop.control.journal.JournalSetup;
import io.stimloop.control.journal.JournalThread;
import io.stimloop.control.record.JournalKeeper;
import io.stimloop.control.record.OpeningRecords;
import io.stimloop.v1.HaltReason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The journals of all experiments of a server, in one folder each: {@code experiments/<id>/}. Thread safe. */
public final class Journals implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Journals.class);

    private final Path folder;
    private final LongSupplier nanoClock;
    private final InstantSource wallClock;
    private final String version;
    private final Map<String, JournalKeeper> keepers = new ConcurrentHashMap<>();

    /**
     * The journals in a data folder.
     *
     * @param dataFolder made when it is not there
     * @param version    of the program, for the record
     * @throws IOException if it cannot be made
     */
    public Journals(Path dataFolder, LongSupplier nanoClock, InstantSource wallClock, String version)
            throws IOException {
        folder = Files.createDirectories(dataFolder.resolve("experiments"));
        this.nanoClock = nanoClock;
        this.wallClock = wallClock;
        this.version = version;
    }

    /**
     * A keeper for an experiment, whose journal is yet to be opened.
     *
     * @param granted doses that count as spent already, by site
     */
    public JournalKeeper keeper(String id, List<Double> granted) {
        JournalKeeper keeper = new JournalKeeper(nanoClock, wallClock, granted);
        keepers.put(id, keeper);
        return keeper;
    }

    /**
     * Begins the journal of an experiment that has no trials yet.
     *
     * @param fromPrior whether it begins with the prior of its spec
     * @throws Refused if it cannot be written
     */
    public void begin(Experiment experiment, boolean fromPrior) {
        String id = experiment.id();
        BeliefReading reading = experiment.reading().join();
        try {
            Files.createDirectories(folder.resolve(id));
            keep(experiment, Journal.create(setup(id),
                    new OpeningRecords(version).of(experiment, reading, fromPrior), keeper(id)));
        } catch (IOException unwritable) {
            throw Refused.of(Refused.Kind.STATE, "the journal cannot be written: " + unwritable.getMessage());
        }
    }

    private JournalKeeper keeper(String id) {
        JournalKeeper keeper = keepers.get(id);
        if (keeper == null) {
            throw new IllegalStateException("nobody keeps the journal of " + id);
        }
        return keeper;
    }

    /** From now on the experiment goes into its journal, and halts when that fails. */
    void keep(Experiment experiment, Journal journal) {
        keeper(experiment.id()).keep(journal, failure -> {
            LOG.error(
                    "experiment {}: the journal failed; the experiment is halted and nothing is acknowledged any"
                            + " more",
                    experiment.id(), failure);
            var _ = experiment.halt(HaltReason.INTERNAL_ERROR, "the journal failed: " + failure.getMessage());
        }, free -> LOG.warn(
                "experiment {}: only {} bytes are free for its journal, which halts it when they are used up",
                experiment.id(), free));
    }

    JournalSetup setup(String id) {
        return new JournalSetup(new FileDisk(folder.resolve(id)), JournalSettings.STANDARD, nanoClock,
                new JournalThread("journal-" + id), "process " + ProcessHandle.current().pid());
    }

    /** Ids of the experiments that have a journal, in the order of their names. */
    List<String> found() throws IOException {
        try (Stream<Path> folders = Files.list(folder)) {
            return folders.filter(Files::isDirectory).filter(Journals::holdsJournal)
                    .map(place -> place.getFileName().toString()).sorted().toList();
        }
    }

    private static boolean holdsJournal(Path place) {
        try {
            return JournalReader.isIn(new FileDisk(place));
        } catch (IOException unreadable) {
            LOG.error("{}: cannot be read, and what is in it is left alone", place, unreadable);
            return false;
        }
    }

    /** The version that new records name. */
    String version() {
        return version;
    }

    /** Ends the journal of an experiment that the server has forgotten; does not wait. */
    public void forget(String id) {
        JournalKeeper keeper = keepers.remove(id);
        if (keeper != null) {
            Thread.ofVirtual().name("journal-end-" + id).start(keeper::close);
        }
    }

    /** Writes what waits and ends all journals. */
    @Override
    public void close() {
        keepers.values().forEach(JournalKeeper::close);
        keepers.clear();
    }
}
