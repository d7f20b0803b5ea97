package io.stimloop.checks.journal;

import io.stimloop.checks.disk.DiskFault;
import io.stimloop.checks.disk.SimulatedDisk;
import io.stimloop.control.journal.JournalSettings;
import io.stimloop.numerics.random.Streams;
import io.stimloop.v1.JournalRecord;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Every truncation and every bit flip of a journal whose records were all acknowledged as durable. Wrongly accepted is
 * what is not refused and either gives back anything but exactly those records, or does not say that bytes behind them
 * were left out.
 */
final class SingleFaults {
    private static final int SEGMENT = 4096;

    private final Map<String, byte[]> files;
    private final List<JournalRecord> appended;
    private final Found undamaged;
    private final Tally tally;

    /**
     * For a journal.
     *
     * @param records  that it holds
     * @param segments into which they go, about
     * @param close    whether it was closed in good order; else the process was killed
     */
    SingleFaults(int records, int segments, boolean close, long seed, Tally tally) {
        int first = segments == 1 ? 2 * SEGMENT : SEGMENT / segments;
        JournalSettings settings = new JournalSettings(first, SEGMENT / segments, 100, 0, 0);
        SimulatedDisk disk = new SimulatedDisk(Map.of(), DiskFault.NONE, Streams.of(seed, 0, 1));
        Run run = new Run(disk, settings, Streams.of(seed, 0, 2)).begin(records, close);
        files = disk.afterKill();
        appended = run.appended();
        undamaged = Found.in(files, appended);
        this.tally = tally;
        tally.expect(run.durable() == records && undamaged.prefix() && undamaged.records() == records,
                () -> "the journal itself: " + undamaged);
    }

    /** Every file cut to every length, and gone. */
    void truncations() {
        files.forEach((name, contents) -> {
            if (!name.endsWith(".journal")) {
                return;
            }
            for (int length = 0; length < contents.length; length++) {
                judge(name, Arrays.copyOf(contents, length), "truncated to " + length);
            }
            TreeMap<String, byte[]> without = new TreeMap<>(files);
            without.remove(name);
            judge(Found.in(without, appended), name + " removed");
        });
    }

    /** Every bit of every file. */
    void flips() {
        files.forEach((name, contents) -> {
            if (!name.endsWith(".journal")) {
                return;
            }
            for (int bit = 0; bit < contents.length * Byte.SIZE; bit++) {
                byte[] flipped = contents.clone();
                flipped[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
                judge(name, flipped, "bit " + bit + " flipped");
            }
        });
    }

    private void judge(String name, byte[] contents, String what) {
        TreeMap<String, byte[]> damaged = new TreeMap<>(files);
        damaged.put(name, contents);
        judge(Found.in(damaged, appended), name + " " + what);
    }

    private void judge(Found found, String what) {
        boolean right = found.refused()
                || (found.prefix() && found.records() == appended.size() && found.cut() > undamaged.cut());
        tally.expect(right, () -> what + ": " + found);
        tally.count(found.refused() ? "refused" : "cut");
    }
}
