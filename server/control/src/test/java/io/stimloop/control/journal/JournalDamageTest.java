package io.stimloop.control.journal;

import static io.stimloop.control.journal.JournalBench.learned;
import static io.stimloop.control.journal.JournalBench.opened;
import static io.stimloop.control.journal.JournalBench.taken;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class JournalDamageTest {
    @TempDir
    Path folder;
    private JournalBench bench;

    @BeforeEach
    void bench() {
        bench = new JournalBench(folder);
    }

    /** Trials 1 to {@code last}, each synced, then the process is killed. */
    private void killedAfter(int last) throws IOException {
        killedAfter(JournalBench.SMALL, last);
    }

    private void killedAfter(JournalSettings settings, int last) throws IOException {
        Journal journal = bench.create(settings);
        for (int trial = 1; trial <= last; trial++) {
            journal.append(taken(trial));
            bench.settle();
        }
        bench.disk.failing = "close";
        journal.append(taken(last + 1));
        bench.disk.failing = "write";
        bench.settle();
        bench.disk.failing = "none";
        bench.disk.calls.clear();
    }

    private void flip(int segment, int at) throws IOException {
        byte[] bytes = bench.segment(segment);
        bytes[at] ^= 1;
        bench.segment(segment, bytes);
    }

    private int end(int segment) throws IOException {
        byte[] bytes = bench.segment(segment);
        int end = bytes.length;
        while (bytes[end - 1] == 0) {
            end--;
        }
        return end + Frame.ALIGNMENT - 1 & -Frame.ALIGNMENT;
    }

    private void assertDamaged(int segment, int at, int afterRecord, String what) {
        assertThatThrownBy(bench::records).isInstanceOf(JournalDamaged.class)
                .hasMessage(folder.resolve(SegmentHeader.name(segment)) + ", byte " + at + ", after record "
                        + afterRecord + ": " + what);
    }

    @Test
    void cutsOffARecordThatWasNeverComplete() throws IOException {
        killedAfter(3);
        byte[] bytes = bench.segment(1);
        int end = end(1);
        Arrays.fill(bytes, end, end + 21, (byte) 7);
        bench.segment(1, bytes);
        assertThat(bench.report()).isEqualTo(new RecoveryReport(1, 4, 3, false, 21));

        Journal journal = bench.resume();
        assertThat(bench.disk.calls).contains("write 000001.journal " + end + " 21", "sync 000001.journal");
        journal.append(taken(4));
        journal.close();
        assertThat(bench.report()).isEqualTo(new RecoveryReport(1, 5, 4, true, 0));
    }

    @Test
    void refusesWhenARecordThatWasDurableIsNotWhole() throws IOException {
        killedAfter(3);
        int last = end(1) - Frame.HEADER;

        flip(1, last - 8);
        assertDamaged(1, 304, 3,
                "the record here was on the disk whole, says byte 352, and is not whole any more");
    }

    @Test
    void refusesAChangedHeader() throws IOException {
        killedAfter(1);
        flip(1, 50);

        assertDamaged(1, 0, 0, "the checksum of the header does not fit");
    }

    @Test
    void refusesAFileThatIsNoSegment() throws IOException {
        killedAfter(1);
        flip(1, 0);
        assertDamaged(1, 0, 0, "it does not begin as a segment of a journal does");

        bench.segment(1, new byte[63]);
        assertDamaged(1, 0, 0, "it has 63 bytes, a header has 64");
    }

    @Test
    void refusesAFormatOfTheFuture() throws IOException {
        bench.segment(1, Arrays.copyOf(new SegmentHeader(2, 1, 5, 1024, 0, 0).bytes().array(), 1024));

        assertDamaged(1, 0, 0, "it has format version 2, this program knows those up to 1");
    }

    @Test
    void refusesAShortFile() throws IOException {
        killedAfter(1);
        bench.segment(1, Arrays.copyOf(bench.segment(1), 1023));

        assertDamaged(1, 1023, 0, "the file has 1023 bytes and was made with 1024");
    }

    @Test
    void refusesWhenASegmentIsMissing() throws IOException {
        killedAfter(80);
        byte[] last = bench.segment(4);
        Files.delete(folder.resolve("000004.journal"));
        assertThatThrownBy(bench::records).isInstanceOf(JournalDamaged.class).hasMessageEndingWith(
                "the segment ends in good order, and the next, 000004.journal, is missing");

        bench.segment(4, last);
        Files.delete(folder.resolve("000003.journal"));
        assertThatThrownBy(bench::records).hasMessageEndingWith(
                "this is segment 4; segment 3 is missing or has another name");
    }

    @Test
    void refusesASegmentOfAnotherJournal() throws IOException {
        killedAfter(80);
        bench.segment(4, Arrays.copyOf(new SegmentHeader(1, 4, 5, 2048, 0, 0).bytes().array(), 2048));

        assertThatThrownBy(bench::records).hasMessageEndingWith("this segment belongs to another journal");
    }

    @Test
    void refusesASealedSegmentThatIsBroken() throws IOException {
        killedAfter(80);
        flip(2, 500);

        assertThatThrownBy(bench::records).hasMessageEndingWith(
                "the segment is broken here, and 000003.journal goes on");
    }

    @Test
    void refusesWhatStandsBehindASeal() throws IOException {
        killedAfter(new JournalSettings(1040, 2048, 100, 0, 0), 80);
        flip(1, 1039);

        assertThatThrownBy(bench::records)
                .hasMessageEndingWith("something stands behind the end of the segment");
    }

    @Test
    void makesASegmentAgainThatWasBegunBeforeTheLastWasSealed() throws IOException {
        Journal journal = bench.create();
        int trial = 0;
        bench.disk.failing = "rename next.preparing 000002";
        while (!journal.failed()) {
            trial++;
            journal.append(taken(trial));
            bench.settle();
        }
        bench.disk.failing = "none";
        Files.move(folder.resolve("next.preparing"), folder.resolve("000002.journal"));
        assertThat(bench.report()).isEqualTo(new RecoveryReport(1, trial + 1, trial, false, 0));

        bench.disk.calls.clear();
        Journal again = bench.resume();
        assertThat(bench.disk.calls.subList(0, 2)).containsExactly("delete 000002.journal", "sync folder");
        again.append(taken(trial + 1));
        again.close();
        assertThat(bench.report()).isEqualTo(new RecoveryReport(2, trial + 2, trial + 1, true, 0));
    }

    @Test
    void cutsOffAChangeBehindTheEndAndSaysSo() throws IOException {
        killedAfter(2);
        int end = end(1);
        flip(1, 1000);

        assertThat(bench.report()).isEqualTo(new RecoveryReport(1, 3, 2, false, 1001 - end));
    }

    @Test
    void refusesAJournalThatIsNotThere() {
        assertThatThrownBy(bench::records).isInstanceOf(IOException.class)
                .hasMessageEndingWith("holds no journal");
    }

    @Test
    void letsOthersInAfterARefusal() throws IOException {
        killedAfter(1);
        byte[] right = bench.segment(1);
        flip(1, 3);
        assertThatThrownBy(() -> Journal.recover(bench.setup(JournalBench.SMALL), (number, record) -> {}))
                .isInstanceOf(JournalDamaged.class);
        bench.segment(1, right);
        bench.resume().close();

        assertThat(bench.records()).containsExactly(opened(), taken(1));
    }

    @Test
    void losesNothingOfABatchWhoseEndWasWritten() throws IOException {
        Journal journal = bench.create();
        journal.append(taken(1));
        journal.append(learned(1));
        bench.disk.failing = "sync";
        bench.settle();

        assertThat(bench.report()).isEqualTo(new RecoveryReport(1, 3, 1, false, 0));
    }
}
