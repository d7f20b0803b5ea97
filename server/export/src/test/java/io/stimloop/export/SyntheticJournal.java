package io.stimloop.export;

import com.google.protobuf.ByteString;
import com.google.protobuf.Duration;
import com.google.protobuf.Timestamp;
import io.stimloop.control.journal.FileDisk;
import io.stimloop.control.journal.Journal;
import io.stimloop.control.journal.JournalListener;
import io.stimloop.control.journal.JournalSettings;
import io.stimloop.control.journal.JournalSetup;
import io.stimloop.control.journal.JournalThread;
import io.stimloop.gateway.cli.ExperimentFiles;
import io.stimloop.numerics.random.Streams;
import io.stimloop.v1.Decision;
import io.stimloop.v1.DecisionSource;
import io.stimloop.v1.ExperimentSpec;
import io.stimloop.v1.Finished;
import io.stimloop.v1.JournalRecord;
import io.stimloop.v1.Outcome;
import io.stimloop.v1.Present;
import io.stimloop.v1.Receipt;
import io.stimloop.v1.ReceiptStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;

/** Writes journals of experiments that never were, record by record as an experiment does. */
final class SyntheticJournal {
    /** A tuning curve of two neurons, over few hypotheses. */
    static final String TUNING = """
            name: synthetic
            seed: 3
            neurons: [{name: a}, {name: b}]
            stimulus:
              dimensions: [{name: direction, unit: deg, periodic: true, values: {from: 0, to: 315, count: 8}}]
            model:
              tuningCurve:
                shape: CIRCULAR_GAUSSIAN
                noise: {poisson: {}}
                parameters:
                  baseline: {values: [1, 2]}
                  amplitude: {values: [5, 10, 20]}
                  preferred: {from: 0, to: 330, count: 12}
                  width: {values: [30]}
            planner: {search: {}, deadline: 0.02s}
            session:
              description: "A test; <b>not</b> an experiment"
              experimenters: ["Lovelace, Ada", "O'Brien"]
              institution: Université
              lab: Lab & Co
              subject: {id: m1, species: Mus musculus, sex: F, age: P90D}
            """;

    private static final long START = 1_795_000_000;
    private static final long NANOS = 1_000_000;

    private final List<JournalRecord> records = new ArrayList<>();
    private final ExperimentSpec spec;
    private final UniformRandomProvider random;
    private final int neurons;
    private long nanos;
    private long commands;
    private Present latest = Present.getDefaultInstance();

    /** Of an experiment file, before its first trial. */
    SyntheticJournal(String yaml, Path folder, long seed) throws IOException {
        spec = ExperimentFiles.read(Files.writeString(folder.resolve("synthetic.yaml"), yaml)).original();
        random = Streams.of(seed, 0, 0);
        neurons = spec.getNeuronsCount();
        Timestamp start = Timestamp.newBuilder().setSeconds(START).build();
        add(JournalRecord.newBuilder().setOpened(JournalRecord.Opened.newBuilder().setFormatVersion(1)
                .setSoftwareVersion("0.1-test").setJavaVersion("a VM").setExperimentId("synthetic-1")
                .setSpec(spec)
                .setCreatedAt(start).setLimitsSha256(ByteString.fromHex("00ff"))));
        add(JournalRecord.newBuilder().setClockAnchor(JournalRecord.ClockAnchor.newBuilder()
                .setWall(start.toBuilder().setSeconds(START + 1)).setMonotonicNanos(nanos)));
    }

    /** One of the spec's own shape. */
    static SyntheticJournal tuning(Path folder) throws IOException {
        return new SyntheticJournal(TUNING, folder, 1);
    }

    /** A record that comes 10 ms after the one before it. */
    SyntheticJournal add(JournalRecord.Builder record) {
        nanos += 10 * NANOS;
        records.add(record.setAtNanos(nanos).build());
        return this;
    }

    /** Trials that are all learned from, with stimuli and counts of chance; the command took 1 ms more with each of 30. */
    SyntheticJournal trials(int count) {
        for (int i = 0; i < count; i++) {
            trial(45.0 * random.nextInt(8));
        }
        return this;
    }

    /** A trial of this stimulus. */
    SyntheticJournal trial(double... stimulus) {
        long number = command(stimulus);
        Outcome.Builder outcome = Outcome.newBuilder().setTrial(number);
        for (int n = 0; n < neurons; n++) {
            outcome.addCounts(random.nextInt(12));
        }
        return taken(outcome).learned(number);
    }

    /** A command alone; its number. */
    long command(double... stimulus) {
        long number = ++commands;
        Present.Builder present = Present.newBuilder().setTrial(number).setDecision(Decision.newBuilder()
                .setSource(DecisionSource.SEARCH).setUtility(1.0 / number).setEvaluated(8).setCandidates(8));
        for (double value : stimulus) {
            present.addStimulus(value);
        }
        latest = present.build();
        add(JournalRecord.newBuilder().setCommanded(JournalRecord.Commanded.newBuilder().setPresent(present)
                .setTook(Duration.newBuilder().setNanos((int) (number % 30 * NANOS)))));
        add(JournalRecord.newBuilder()
                .setReceipt(Receipt.newBuilder().setTrial(number).setStatus(ReceiptStatus.DELIVERED)));
        return number;
    }

    /** An outcome is taken of what was commanded. */
    SyntheticJournal taken(Outcome.Builder outcome) {
        return add(JournalRecord.newBuilder().setTaken(JournalRecord.Taken.newBuilder().setOutcome(outcome)
                .addAllPresented(latest.getStimulusList())));
    }

    /** The belief has learned. */
    SyntheticJournal learned(long trial) {
        return add(JournalRecord.newBuilder().setLearned(JournalRecord.Learned.newBuilder().setTrial(trial)));
    }

    /** The experiment is over. */
    SyntheticJournal finished() {
        long trials = records.stream().filter(JournalRecord::hasTaken).count();
        return add(JournalRecord.newBuilder()
                .setFinished(Finished.newBuilder().setTrials(trials).setReason("maxTrials: done")));
    }

    /** What it holds so far. */
    List<JournalRecord> records() {
        return records;
    }

    /** Writes it into a new folder. */
    Path write(Path journal) throws IOException {
        FileDisk disk = FileDisk.create(journal);
        Journal.create(
                new JournalSetup(disk, JournalSettings.STANDARD, System::nanoTime, new JournalThread("test"),
                        "a test"),
                records.iterator(), new Untold()).close();
        return journal;
    }

    /** Nobody waits for it. */
    private static final class Untold implements JournalListener {
        @Override
        public void accepted(long record, long trial) {
            // No rig is to be told.
        }

        @Override
        public void durable(long record, long trial) {
            // No rig is to be told.
        }

        @Override
        public void failed(Throwable failure) {
            throw new AssertionError(failure);
        }
    }
}
