package io.stimloop.gateway.record;

import com.google.protobuf.util.JsonFormat;
import io.stimloop.control.experiment.Refused;
import io.stimloop.control.experiment.TrialListener;
import io.stimloop.v1.ExperimentSpec;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The records of all experiments of a server, in one folder each: {@code experiments/<id>/spec.json}, and
 * {@code trials.jsonl} with the commands, the outcomes, what the belief adopted and changes of the neurons, in the order in which they happened. Thread safe.
 */
public final class TrialRecords implements AutoCloseable {
    static final String SPEC = "spec.json";

    private final Path folder;
    private final Map<String, TrialRecord> records = new ConcurrentHashMap<>();

    /**
     * Makes the records of a server.
     *
     * @param dataFolder made when it is not there
     * @throws IOException if it cannot be made
     */
    public TrialRecords(Path dataFolder) throws IOException {
        folder = Files.createDirectories(dataFolder.resolve("experiments"));
    }

    /**
     * Begins the record of an experiment.
     *
     * @throws Refused if there is a record of this id already, or it cannot be written
     */
    public TrialListener begin(String id, ExperimentSpec spec) {
        try {
            Path place = folder.resolve(id);
            Files.createDirectory(place);
            Files.writeString(place.resolve(SPEC), JsonFormat.printer().print(spec));
            return record(id, StandardOpenOption.CREATE_NEW);
        } catch (FileAlreadyExistsException taken) {
            throw Refused.of(Refused.Kind.TAKEN, "experiment_id",
                    id + " has a record in the data folder already ("
                            + taken.getFile() + "); choose another id");
        } catch (IOException unwritable) {
            throw Refused.of(Refused.Kind.STATE, "the data folder cannot be written: " + unwritable);
        }
    }

    /**
     * Goes on with the record of an experiment that has come back. Lines that a crash has swallowed are missing in it, which
     * the journal has.
     *
     * @throws Refused if it cannot be written
     */
    public TrialListener goOn(String id) {
        try {
            return record(id, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException unwritable) {
            throw Refused.of(Refused.Kind.STATE, "the data folder cannot be written: " + unwritable);
        }
    }

    private TrialListener record(String id, OpenOption... how) throws IOException {
        Path trials = folder.resolve(id).resolve("trials.jsonl");
        TrialRecord record = new TrialRecord(trials, Files.newBufferedWriter(trials, how));
        records.put(id, record);
        return new RecordedListener(record);
    }

    /** Ends the record of an experiment that the server has forgotten; does not wait. */
    public void forget(String id) {
        TrialRecord record = records.remove(id);
        if (record != null) {
            record.end();
        }
    }

    /** Ends all records and waits until they are written. */
    @Override
    public void close() {
        records.values().forEach(TrialRecord::close);
        records.clear();
    }
}
