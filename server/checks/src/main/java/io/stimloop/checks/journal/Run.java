package io.stimloop.checks.journal;

import io.stimloop.checks.disk.SimulatedDisk;
import io.stimloop.control.journal.Journal;
import io.stimloop.control.journal.JournalListener;
import io.stimloop.control.journal.JournalSettings;
import io.stimloop.control.journal.JournalSetup;
import io.stimloop.control.journal.Recovery;
import io.stimloop.v1.JournalRecord;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;

/** One process that keeps a journal on a simulated disk, up to its end or its failure. */
final class Run implements JournalListener {
    private final SimulatedDisk disk;
    private final UniformRandomProvider random;
    private final JournalSettings settings;
    private final SteppedDriver driver = new SteppedDriver();
    private final List<JournalRecord> appended = new ArrayList<>();
    private long nanos = 1;
    private long accepted;
    private long durable;
    private boolean failed;
    private boolean spokeAfterFailure;

    /**
     * A process.
     *
     * @param random how the records are grouped and what they hold
     */
    Run(SimulatedDisk disk, JournalSettings settings, UniformRandomProvider random) {
        this.disk = disk;
        this.settings = settings;
        this.random = random;
    }

    private JournalSetup setup() {
        return new JournalSetup(disk, settings, () -> nanos, driver, "a check");
    }

    /** Begins a journal and appends until it has so many records or fails. */
    Run begin(int records, boolean close) {
        SampleRecords samples = new SampleRecords(random, 0);
        appended.add(samples.opened());
        try {
            Journal journal = Journal.create(setup(), List.copyOf(appended).iterator(), this);
            started();
            append(journal, samples, records, close);
        } catch (IOException failure) {
            failed = true;
        }
        return this;
    }

    /**
     * Goes on with what is on the disk and appends so many records more.
     *
     * @param found what is on the disk, and stays there
     */
    Run goOn(List<JournalRecord> found, int records, boolean close) {
        appended.addAll(found);
        started();
        try (Recovery recovery = Journal.recover(setup(), (number, record) -> {})) {
            SampleRecords samples = new SampleRecords(random, recovery.report().trials());
            Journal journal = recovery.resume(this);
            append(journal, samples, appended.size() + records, close);
        } catch (IOException failure) {
            failed = true;
        }
        return this;
    }

    private void started() {
        accepted = appended.size();
        durable = appended.size();
    }

    private void append(Journal journal, SampleRecords samples, int records, boolean close) {
        while (appended.size() < records && !failed) {
            for (int group = random.nextInt(4); group >= 0 && appended.size() < records; group--) {
                JournalRecord record = samples.next(appended.size());
                if (journal.append(record) > 0) {
                    appended.add(record);
                }
            }
            nanos += random.nextInt(4_000_000);
            driver.step();
        }
        if (close) {
            journal.close();
        } else {
            nanos += settings.syncNanos();
            driver.step();
        }
    }

    @Override
    public void accepted(long record, long trial) {
        spokeAfterFailure |= failed;
        accepted = record;
    }

    @Override
    public void durable(long record, long trial) {
        spokeAfterFailure |= failed;
        durable = record;
    }

    @Override
    public void failed(Throwable failure) {
        failed = true;
    }

    /** All records that were appended, those before it went on included. */
    List<JournalRecord> appended() {
        return appended;
    }

    /** How many were acknowledged as safe from the end of the process. */
    long accepted() {
        return accepted;
    }

    /** How many were acknowledged as safe from power loss. */
    long durable() {
        return durable;
    }

    boolean failed() {
        return failed;
    }

    /** Whether something was acknowledged after a failure. */
    boolean spokeAfterFailure() {
        return spokeAfterFailure;
    }
}
