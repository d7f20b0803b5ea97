package io.stimloop.gateway.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.stimloop.control.journal.FileDisk;
import io.stimloop.control.journal.JournalDamaged;
import io.stimloop.control.journal.JournalReader;
import io.stimloop.control.journal.RecoveryReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What reading a journal came to.
 *
 * @param journal  where it is
 * @param right    whether it is as it was written
 * @param segments that it has, if it is right
 * @param records  that are right: all, or those before what is wrong
 * @param trials   the last one whose outcome was taken, if it is right
 * @param closed   in good order, if it is right
 * @param cutBytes of an unfinished record at its end
 * @param file     in which something is wrong
 * @param offset   there, in bytes
 * @param fault    what is wrong
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record JournalVerdict(@JsonProperty String journal, @JsonProperty boolean right,
        @JsonProperty @Nullable Integer segments, @JsonProperty long records,
        @JsonProperty @Nullable Long trials,
        @JsonProperty @Nullable Boolean closed, @JsonProperty @Nullable Long cutBytes,
        @JsonProperty @Nullable String file, @JsonProperty @Nullable Long offset,
        @JsonProperty @Nullable String fault) {
    /** Of the journal in a folder, or of one segment by itself. */
    static JournalVerdict of(Path journal) {
        try {
            RecoveryReport report = Files.isDirectory(journal)
                    ? JournalReader.read(new FileDisk(journal), (number, record) -> {})
                    : segment(journal);
            return new JournalVerdict(journal.toString(), true, report.segments(), report.records(),
                    report.trials(),
                    report.closed(), report.cutBytes(), null, null, null);
        } catch (JournalDamaged damage) {
            return new JournalVerdict(journal.toString(), false, null, damage.afterRecord(), null, null, null,
                    damage.place(), damage.offset(), damage.fault());
        } catch (IOException unreadable) {
            throw CommandFailure.environment(journal + ": cannot be read: " + unreadable.getMessage(),
                    unreadable);
        }
    }

    private static RecoveryReport segment(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        Path name = file.getFileName();
        if (folder == null || name == null) {
            throw new IOException("it is no file");
        }
        return JournalReader.readSegment(new FileDisk(folder), name.toString());
    }

    /** Whether a file is a segment of a journal, by its name. */
    static boolean isSegment(Path file) {
        Path name = file.getFileName();
        return name != null && JournalReader.isSegment(name.toString()) && Files.isRegularFile(file);
    }

    /** For people. */
    String words() {
        if (!right) {
            return journal + ": DAMAGED: " + file + ", byte " + offset + ", after record " + records + ": "
                    + fault;
        }
        String tail = cutBytes == null || cutBytes == 0
                ? ""
                : "; " + cutBytes + " bytes at its end are unfinished";
        return journal + ": right: " + records + " records, " + trials + " trials, " + segments
                + (Boolean.TRUE.equals(closed) ? " segments, closed in good order" : " segments, not closed")
                + tail;
    }
}
