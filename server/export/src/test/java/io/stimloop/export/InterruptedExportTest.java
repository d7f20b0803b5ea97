package io.stimloop.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchService;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Exports by a program of its own, which does not come to its end. */
final class InterruptedExportTest {
    private static final long PATIENCE_SECONDS = 60;
    private static final String JAVA = Path.of(System.getProperty("java.home"), "bin", "java").toString();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private List<String> program(Path journal, Path out) {
        return List.of(JAVA, "--add-modules", "jdk.incubator.vector", "-XX:TieredStopAtLevel=1", "-cp",
                System.getProperty("java.class.path"), "io.stimloop.gateway.cli.Main", "export",
                journal.toString(),
                "--format", "nwb", "--out", out.toString());
    }

    private static List<Path> files(Path where) throws IOException {
        try (Stream<Path> files = Files.list(where)) {
            return files.toList();
        }
    }

    @Test
    void aKilledExportLeavesNothingUnderTheFinalName() throws IOException, InterruptedException {
        Path journal = SyntheticJournal.tuning(folder).trials(4000).finished()
                .write(folder.resolve("journal"));
        Path where = Files.createDirectory(folder.resolve("out"));
        Path out = where.resolve("session.nwb");
        try (WatchService watch = FileSystems.getDefault().newWatchService()) {
            where.register(watch, StandardWatchEventKinds.ENTRY_CREATE);
            Process process = new ProcessBuilder(program(journal, out)).redirectErrorStream(true)
                    .redirectOutput(folder.resolve("printed").toFile()).start();
            try {
                assertThat(watch.poll(PATIENCE_SECONDS, TimeUnit.SECONDS)).as("it began to write")
                        .isNotNull();
            } finally {
                process.destroyForcibly().waitFor();
            }
        }
        assertThat(out).doesNotExist();
        assertThat(files(where)).singleElement().asString().endsWith(".partial");
        assertThat(Commands.run("export", journal, "--format", "nwb", "--out", out).exitCode()).isZero();
    }

    @Test
    void aDiskWithoutRoomLeavesNothingAndSaysSo() throws IOException, InterruptedException {
        Path journal = SyntheticJournal.tuning(folder).trials(4000).finished()
                .write(folder.resolve("journal"));
        Path where = Files.createDirectory(folder.resolve("out"));
        List<String> limited = new ArrayList<>(
                List.of("/bin/bash", "-c", "ulimit -f 40; exec \"$@\"", "limited"));
        limited.addAll(program(journal, where.resolve("session.nwb")));
        Path printed = folder.resolve("printed");
        Process process = new ProcessBuilder(limited).redirectErrorStream(true)
                .redirectOutput(printed.toFile()).start();
        try {
            assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        assertThat(Files.readString(printed))
                .contains("session.nwb: File too large; nothing was left under this name");
        assertThat(process.exitValue()).isEqualTo(4);
        assertThat(files(where)).isEmpty();
    }
}
