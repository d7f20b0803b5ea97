package io.stimloop.control.journal;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.TextFormat;
import io.stimloop.v1.JournalRecord;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Journals of every format version there was stay readable. A version's folder in the resources holds one that was closed
 * in good order and one whose end was torn off, with their records as text. A new version gets a folder of its own; no
 * file that is there is ever changed.
 */
final class OlderFormatsTest {
    private static final JournalSettings CORPUS = new JournalSettings(1024, 1024, 100, 0, 0);

    @TempDir
    Path folder;

    private static Path corpus(int version, String name) throws URISyntaxException {
        URL url = Objects
                .requireNonNull(OlderFormatsTest.class.getResource("version-" + version + "/" + name));
        return Path.of(url.toURI());
    }

    private static String text(Path journal) throws IOException {
        StringBuilder text = new StringBuilder();
        JournalReader.read(new FileDisk(journal),
                (number, record) -> text.append(TextFormat.printer().printToString(record)).append('\n'));
        return text.toString();
    }

    @Test
    void readsWhatVersion1Closed() throws Exception {
        assertThat(JournalReader.read(new FileDisk(corpus(1, "closed")), (number, record) -> {}))
                .isEqualTo(new RecoveryReport(2, 15, 1, true, 0));
        assertThat(text(corpus(1, "closed"))).isEqualTo(Files.readString(corpus(1, "records.txt")));
    }

    @Test
    void readsWhatWasLeftOfVersion1() throws Exception {
        assertThat(JournalReader.read(new FileDisk(corpus(1, "torn")), (number, record) -> {}))
                .isEqualTo(new RecoveryReport(2, 14, 1, false, 50));
        assertThat(Files.readString(corpus(1, "records.txt"))).startsWith(text(corpus(1, "torn")));
    }

    @Test
    void writesTheVeryBytesOfItsVersion() throws Exception {
        JournalBench bench = new JournalBench(folder);
        Journal journal = Journal.create(bench.setup(CORPUS), EveryKind.records().subList(0, 1).iterator(),
                bench.progress);
        for (JournalRecord record : EveryKind.records().subList(1, 15)) {
            journal.append(record);
            bench.settle();
        }
        journal.close();

        for (int segment = 1; segment <= 2; segment++) {
            byte[] written = bench.segment(segment);
            byte[] kept = Files.readAllBytes(corpus(SegmentHeader.VERSION, "closed")
                    .resolve(SegmentHeader.name(segment)));
            assertThat(Arrays.mismatch(written, kept)).as("segment " + segment).isEqualTo(-1);
        }
    }
}
