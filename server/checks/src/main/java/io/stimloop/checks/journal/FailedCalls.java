package io.stimloop.checks.journal;

import io.stimloop.checks.disk.DiskFault;
import io.stimloop.checks.disk.SimulatedDisk;
import io.stimloop.control.journal.JournalSettings;
import io.stimloop.numerics.random.Streams;
import io.stimloop.v1.JournalRecord;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;

/**
 * Fails the n-th call of the disk, for every n of a run and of the restart after one. What is found afterwards, with the
 * power on or off, must be all that was acknowledged, and the journal must not be refused: nothing was damaged.
 */
final class FailedCalls {
    private static final int RECORDS_PER_TRIAL = 3;
    private static final JournalSettings SETTINGS = new JournalSettings(4096, 16384, 100, 2_000_000, 0);

    private final int records;
    private final long seed;
    private final Tally tally;

    FailedCalls(int trials, long seed, Tally tally) {
        records = 1 + RECORDS_PER_TRIAL * trials;
        this.seed = seed;
        this.tally = tally;
    }

    /** All of them; returns how many calls there are. */
    long all() {
        SimulatedDisk disk = disk(Map.of(), DiskFault.NONE);
        run(disk).begin(records, true);
        LongStream.rangeClosed(1, disk.calls()).parallel().forEach(this::inTheRun);
        return disk.calls() + inTheRestart();
    }

    private SimulatedDisk disk(Map<String, byte[]> files, DiskFault fault) {
        return new SimulatedDisk(files, fault, Streams.of(seed, fault.call(), 3));
    }

    private Run run(SimulatedDisk disk) {
        return new Run(disk, SETTINGS, Streams.of(seed, 0, 4));
    }

    private void inTheRun(long call) {
        SimulatedDisk disk = disk(Map.of(), DiskFault.error(call));
        judge(disk, run(disk).begin(records, true), call);
    }

    private long inTheRestart() {
        SimulatedDisk killed = disk(Map.of(), DiskFault.NONE);
        Run before = run(killed).begin(records, false);
        Map<String, byte[]> files = torn(killed);
        List<JournalRecord> found = Found.in(files, before.appended()).of(before.appended());
        SimulatedDisk disk = disk(files, DiskFault.NONE);
        run(disk).goOn(found, RECORDS_PER_TRIAL, true);
        LongStream.rangeClosed(1, disk.calls()).parallel().forEach(call -> {
            SimulatedDisk failing = disk(files, DiskFault.error(call));
            judge(failing, run(failing).goOn(found, RECORDS_PER_TRIAL, true), call);
        });
        return disk.calls();
    }

    /** With something to be cut off, and a segment in the making. */
    private static Map<String, byte[]> torn(SimulatedDisk killed) {
        TreeMap<String, byte[]> files = new TreeMap<>(killed.afterKill());
        files.remove("next.preparing");
        byte[] last = files.lastEntry().getValue();
        last[last.length - 1] = 1;
        files.put("next.preparing", new byte[8]);
        return files;
    }

    private void judge(SimulatedDisk disk, Run run, long call) {
        Found alive = Found.in(disk.afterKill(), run.appended());
        long promised = disk.pagesLost() ? run.durable() : run.accepted();
        expect(alive, promised, run, call);
        expect(Found.in(disk.afterPowerLoss(), run.appended()), run.durable(), run, call);
    }

    private void expect(Found found, long promised, Run run, long call) {
        boolean nothingThere = promised == 0 && found.refused();
        tally.expect(!run.spokeAfterFailure()
                && (nothingThere || (!found.refused() && found.prefix() && found.records() >= promised)),
                () -> "call " + call + " failed, " + promised + " records promised: " + found);
    }
}
