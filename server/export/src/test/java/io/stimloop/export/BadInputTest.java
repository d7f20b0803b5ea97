package io.stimloop.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.stimloop.gateway.cli.ExitCode;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BadInputTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private Path journal() throws IOException {
        return SyntheticJournal.tuning(folder).trials(40).finished().write(folder.resolve("journal"));
    }

    private Commands csv(Path journal, Path out, Object... more) {
        Object[] words = Stream
                .concat(Stream.of("export", journal, "--format", "csv", "--out", out), Stream.of(more))
                .toArray();
        return Commands.run(words);
    }

    private static long rows(Path csv) throws IOException {
        try (Stream<String> lines = Files.lines(csv)) {
            return lines.filter(line -> !line.startsWith("#")).count() - 1;
        }
    }

    private void nothingIsLeft(Path where) throws IOException {
        try (Stream<Path> files = Files.list(where)) {
            assertThat(files.filter(file -> file.toString().contains("out"))).isEmpty();
        }
    }

    /** Where the record of the last command begins, well inside of the frames. */
    private static long middle(Path segment) throws IOException {
        byte[] bytes = Files.readAllBytes(segment);
        int end = bytes.length;
        while (bytes[end - 1] == 0) {
            end--;
        }
        return end / 2;
    }

    @Test
    void ofAJournalThatIsCutInTheMiddleWhatIsWholeIsWrittenAndWhatIsMissingIsSaid() throws IOException {
        Path journal = journal();
        Path segment = journal.resolve("000001.journal");
        try (RandomAccessFile file = new RandomAccessFile(segment.toFile(), "rw")) {
            file.setLength(middle(segment));
        }
        Path out = folder.resolve("out.csv");
        Commands done = csv(journal, out);
        assertThat(done.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(rows(out)).isBetween(15L, 25L);
        assertThat(done.err()).contains("cut off after record", "of the 1048576 bytes that it was made with",
                "What is whole was written: " + rows(out) + " trials");
        assertThat(Files.readString(out)).contains("# incomplete: the journal is cut off after record");
    }

    @Test
    void ofAJournalThatWasChangedInTheMiddleWhatComesBeforeIsWritten() throws IOException {
        Path journal = journal();
        Path segment = journal.resolve("000001.journal");
        long at = middle(segment);
        try (RandomAccessFile file = new RandomAccessFile(segment.toFile(), "rw")) {
            file.seek(at);
            int was = file.read();
            file.seek(at);
            file.write(was ^ 0x55);
        }
        Path out = folder.resolve("out.csv");
        Commands done = csv(journal, out);
        assertThat(done.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(rows(out)).isBetween(15L, 25L);
        assertThat(done.err()).contains("000001.journal", "What is whole was written");
    }

    @Test
    void aFileThatIsThereIsNotOverwrittenUnlessAsked() throws IOException {
        Path journal = journal();
        Path out = Files.writeString(folder.resolve("out.csv"), "mine");
        Commands refused = csv(journal, out);
        assertThat(refused.exitCode()).isEqualTo(ExitCode.ENVIRONMENT);
        assertThat(refused.err()).contains("is there already", "--force");
        assertThat(out).hasContent("mine");
        assertThat(csv(journal, out, "--force").exitCode()).isZero();
        assertThat(rows(out)).isEqualTo(40);
    }

    @Test
    void anythingButAJournalIsNamedForWhatItIs() throws IOException {
        Path out = folder.resolve("out.csv");
        Path file = Files.writeString(folder.resolve("text"), "x");
        assertThat(csv(file, out).err()).contains("this is no folder; name the folder of a journal");
        assertThat(csv(folder.resolve("none"), out).err()).contains("there is no such folder");
        Path empty = Files.createDirectory(folder.resolve("empty"));
        assertThat(csv(empty, out).err()).contains("there is no journal in it; name");
        Path journal = SyntheticJournal.tuning(folder).write(folder.resolve("data/experiments/synthetic-1"));
        assertThat(csv(folder.resolve("data"), out).err()).contains("there are some below it: " + journal);
        Files.write(Files.createDirectory(folder.resolve("broken")).resolve("000001.journal"),
                new byte[5000]);
        Commands broken = csv(folder.resolve("broken"), out);
        assertThat(broken.err()).contains("nothing of the journal is whole");
        assertThat(broken.exitCode()).isEqualTo(ExitCode.ENVIRONMENT);
        nothingIsLeft(folder);
    }

    @Test
    void aFolderThatIsNotThereOrCannotBeWrittenIsSaid() throws IOException {
        Path journal = journal();
        assertThat(csv(journal, folder.resolve("none/out.csv")).err()).contains("there is no folder");
        assertThat(csv(journal, folder).err()).contains("is a folder; name a file");
        Path kernel = Path.of("/proc/self/out.csv");
        Commands unwritable = csv(journal, kernel);
        assertThat(unwritable.exitCode()).isEqualTo(ExitCode.ENVIRONMENT);
        assertThat(unwritable.err()).contains(kernel + ": no file can be made in this folder");
    }
}
