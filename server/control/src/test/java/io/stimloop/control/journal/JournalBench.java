package io.stimloop.control.journal;

import io.stimloop.v1.JournalRecord;
import io.stimloop.v1.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A journal in a folder of its own, whose clock and thread are in the test's hands. */
final class JournalBench {
    static final JournalSettings SMALL = new JournalSettings(1024, 2048, 100, 2_000_000, 0);

    final Path folder;
    final FlakyDisk disk;
    HandDriver driver = new HandDriver();
    final NotedProgress progress = new NotedProgress();
    long nanos = 1_000_000_000;

    JournalBench(Path folder) {
        this.folder = folder;
        disk = new FlakyDisk(new FileDisk(folder));
    }

    JournalSetup setup(JournalSettings settings) {
        driver = new HandDriver();
        return new JournalSetup(disk, settings, () -> nanos, driver, "the test");
    }

    Journal create() throws IOException {
        return create(SMALL);
    }

    Journal create(JournalSettings settings) throws IOException {
        return Journal.create(setup(settings), List.of(opened()).iterator(), progress);
    }

    Journal resume() throws IOException {
        try (Recovery recovery = Journal.recover(setup(SMALL), (number, record) -> {})) {
            return recovery.resume(progress);
        }
    }

    /** Some time later, all is written and synced. */
    void settle() {
        nanos += 10_000_000;
        driver.step();
    }

    static JournalRecord opened() {
        return JournalRecord.newBuilder().setAtNanos(1)
                .setOpened(JournalRecord.Opened.newBuilder().setFormatVersion(1).setExperimentId("bench"))
                .build();
    }

    static JournalRecord taken(long trial) {
        return JournalRecord.newBuilder().setAtNanos(trial)
                .setTaken(JournalRecord.Taken.newBuilder()
                        .setOutcome(Outcome.newBuilder().setTrial(trial).addCounts((int) trial)))
                .build();
    }

    static JournalRecord learned(long trial) {
        return JournalRecord.newBuilder().setAtNanos(trial)
                .setLearned(JournalRecord.Learned.newBuilder().setTrial(trial).setBeliefDigest(-trial))
                .build();
    }

    /** All records that are found. */
    List<JournalRecord> records() throws IOException {
        List<JournalRecord> records = new ArrayList<>();
        report(records);
        return records;
    }

    RecoveryReport report() throws IOException {
        return report(new ArrayList<>());
    }

    private RecoveryReport report(List<JournalRecord> records) throws IOException {
        return JournalReader.read(disk, (number, record) -> {
            records.add(record);
            if (number != records.size()) {
                throw new AssertionError("record " + records.size() + " has number " + number);
            }
        });
    }

    byte[] segment(int number) throws IOException {
        return Files.readAllBytes(folder.resolve(SegmentHeader.name(number)));
    }

    void segment(int number, byte[] bytes) throws IOException {
        Files.write(folder.resolve(SegmentHeader.name(number)), bytes);
    }
}
