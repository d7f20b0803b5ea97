package io.stimloop.export.session;

import io.stimloop.control.journal.FileDisk;
import io.stimloop.control.journal.JournalDamaged;
import io.stimloop.control.journal.JournalReader;
import io.stimloop.control.journal.RecordVisitor;
import io.stimloop.control.journal.RecoveryReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The folder of a journal, read without its lock: an experiment that runs is told up to where it was written. */
public final class JournalFolder {
    private static final int MOST_NAMED = 10;

    private final Path folder;

    /**
     * A folder that holds a journal.
     *
     * @throws IOException saying what is there instead
     */
    public JournalFolder(Path folder) throws IOException {
        this.folder = folder;
        if (!Files.isDirectory(folder)) {
            throw new IOException(Files.exists(folder)
                    ? "this is no folder; name the folder of a journal: DATA/experiments/ID"
                    : "there is no such folder; name the folder of a journal: DATA/experiments/ID");
        }
        if (!JournalReader.isIn(new FileDisk(folder))) {
            throw new IOException("there is no journal in it" + others());
        }
    }

    private String others() throws IOException {
        try (Stream<Path> below = Files.walk(folder, 3)) {
            List<Path> journals = below.filter(file -> JournalReader.isSegment(file.getFileName().toString()))
                    .map(Path::getParent).distinct().sorted().limit(MOST_NAMED).toList();
            return journals.isEmpty()
                    ? "; name the folder of a journal: DATA/experiments/ID"
                    : "; there are some below it: "
                            + journals.stream().map(Path::toString).collect(Collectors.joining(", "));
        }
    }

    /** Where it is, for messages. */
    public Path path() {
        return folder;
    }

    /**
     * Reads all that is whole.
     *
     * @return what is missing after it, for people; empty where nothing is
     * @throws IOException if it cannot be read at all
     */
    String read(RecordVisitor visitor) throws IOException {
        CutDisk disk = new CutDisk(folder);
        try {
            RecoveryReport report = JournalReader.read(disk, visitor);
            String where = "the journal is cut off after record " + report.records() + " (trial "
                    + report.trials()
                    + "): ";
            if (!disk.cut().isEmpty()) {
                return where + disk.cut();
            }
            return report.cutBytes() == 0
                    ? ""
                    : where + "the last " + report.cutBytes() + " bytes are no complete record";
        } catch (JournalDamaged damage) {
            return "the journal is damaged: " + (disk.cut().isEmpty() ? "" : disk.cut() + "; ")
                    + damage.getMessage();
        }
    }
}
