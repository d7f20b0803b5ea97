package io.stimloop.checks.journal;

import io.stimloop.checks.disk.DiskFault;
import io.stimloop.checks.disk.SimulatedDisk;
import io.stimloop.control.journal.JournalReader;
import io.stimloop.control.journal.RecoveryReport;
import io.stimloop.numerics.random.Streams;
import io.stimloop.v1.JournalRecord;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What reading some files as a journal came to.
 *
 * @param report  null: it was refused
 * @param refusal why; null: it was not refused
 * @param prefix  whether the records that were shown are the first of those that were appended
 */
record Found(@Nullable RecoveryReport report, @Nullable String refusal, boolean prefix) {
    /** Reads the files and compares with what was appended. */
    static Found in(Map<String, byte[]> files, List<JournalRecord> appended) {
        SimulatedDisk disk = new SimulatedDisk(files, DiskFault.NONE, Streams.of(0, 0, 0));
        boolean[] differs = {false};
        try {
            RecoveryReport report = JournalReader.read(disk,
                    (number, record) -> differs[0] |= number > appended.size()
                            || !appended.get((int) number - 1).equals(record));
            return new Found(report, null, !differs[0] && report.records() <= appended.size());
        } catch (IOException refused) {
            return new Found(null, refused.toString(), true);
        }
    }

    /** Records that were given back; 0 if it was refused. */
    long records() {
        return report == null ? 0 : report.records();
    }

    /** Those of the appended ones that were given back. */
    List<JournalRecord> of(List<JournalRecord> appended) {
        return appended.subList(0, Math.toIntExact(records()));
    }

    boolean refused() {
        return report == null;
    }

    /** Bytes that were cut off and reported. */
    long cut() {
        return report == null ? 0 : report.cutBytes();
    }
}
