package io.stimloop.control.journal;

import static io.stimloop.control.journal.JournalBench.opened;
import static io.stimloop.control.journal.JournalBench.taken;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stimloop.v1.BeliefSnapshot;
import io.stimloop.v1.JournalRecord;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is done to the disk, and in which order. */
final class SegmentsTest {
    @TempDir
    Path folder;
    private JournalBench bench;

    @BeforeEach
    void bench() {
        bench = new JournalBench(folder);
    }

    private static JournalRecord large(int bytes) {
        return JournalRecord.newBuilder()
                .setInitialBelief(BeliefSnapshot.newBuilder().setKind("x".repeat(bytes)))
                .build();
    }

    /** Of the first segment there are 1,024 bytes: 64, 48 + 32 for the first record, 80 for each after it, a seal. */
    private Journal full() throws IOException {
        Journal journal = bench.create();
        for (int trial = 1; trial <= 10; trial++) {
            journal.append(taken(trial));
            bench.settle();
        }
        bench.disk.calls.clear();
        journal.append(taken(11));
        bench.settle();
        return journal;
    }

    @Test
    void aSegmentIsSealedWhenTheNextIsOnTheDiskAndBeforeItIsUsed() throws IOException {
        Journal journal = full();

        assertThat(bench.disk.calls).containsExactly("write next.preparing 944 48", "sync next.preparing",
                "write next.preparing 0 64", "sync next.preparing",
                "rename next.preparing 000002.journal", "sync folder", "write next.preparing 992 32",
                "sync next.preparing", "close next.preparing", "write next.preparing 64 32");
        assertThat(JournalReader.readSegment(bench.disk, "000001.journal"))
                .isEqualTo(new RecoveryReport(1, 12, 11, true, 0));
        assertThat(JournalReader.readSegment(bench.disk, "000002.journal"))
                .isEqualTo(new RecoveryReport(1, 0, 0, false, 0));
        journal.close();
    }

    @Test
    void theNextSegmentIsPreparedWhileThereIsTime() throws IOException {
        Journal journal = bench.create();
        journal.append(taken(1));
        bench.settle();
        bench.driver.step();
        assertThat(bench.disk.calls).endsWith("write next.preparing 192 32");
        journal.append(taken(2));
        bench.nanos += 10_000_000;
        assertThat(bench.driver.step()).as("there is more to do").isZero();
        assertThat(bench.driver.step()).as("there is not").isEqualTo(100_000_000);

        assertThat(bench.disk.calls.subList(bench.disk.calls.size() - 3, bench.disk.calls.size()))
                .containsExactly("create next.preparing", "write next.preparing 0 2048",
                        "sync next.preparing");
        journal.close();
        assertThat(bench.disk.calls.subList(bench.disk.calls.size() - 4, bench.disk.calls.size()))
                .containsExactly("sync next.preparing", "close next.preparing", "close next.preparing",
                        "unlock");
    }

    @Test
    void nothingIsPreparedUntilAQuarterIsUsed() throws IOException {
        Journal journal = bench.create(new JournalSettings(896, 2048, 100, 0, 0));
        journal.append(taken(1));
        bench.settle();
        assertThat(bench.driver.step()).as("at byte 224 of 896").isEqualTo(100_000_000);
        assertThat(folder.resolve("next.preparing")).doesNotExist();
        journal.close();
    }

    @Test
    void aLargeSegmentIsPreparedInPieces() throws IOException {
        Journal journal = bench.create(new JournalSettings(512, (5 << 20) / 2, 100, 0, 0));
        journal.append(large(100));
        bench.settle();
        bench.driver.step();
        bench.driver.step();

        assertThat(bench.disk.calls).containsSubsequence("create next.preparing",
                "write next.preparing 0 1048576",
                "sync next.preparing", "write next.preparing 1048576 1048576", "sync next.preparing",
                "write next.preparing 2097152 524288", "sync next.preparing");
        assertThat(bench.driver.step()).isEqualTo(100_000_000);
        journal.close();
    }

    @Test
    void aPreparedSegmentThatIsTooSmallIsMadeAgain() throws IOException {
        Journal journal = bench.create();
        for (int trial = 1; trial <= 5; trial++) {
            journal.append(taken(trial));
            bench.settle();
        }
        bench.disk.calls.clear();
        journal.append(large(5000));
        bench.settle();
        journal.append(taken(6));
        journal.close();

        assertThat(bench.disk.calls).containsSubsequence("close next.preparing", "delete next.preparing",
                "create next.preparing");
        assertThat(bench.records()).hasSize(8).endsWith(large(5000), taken(6));
        assertThat(bench.segment(2)).hasSize(64 + 64 + 32 + Frame.bytes(large(5000).getSerializedSize()));
    }

    @Test
    void aPreparedSegmentOfTheRightSizeIsUsed() throws IOException {
        full().close();

        assertThat(bench.disk.calls)
                .noneMatch(call -> call.startsWith("create") || call.startsWith("delete"));
    }

    @Test
    void whatDoesNotFitTogetherInMemoryIsWrittenInPieces() throws IOException {
        Journal journal = bench.create(JournalSettings.STANDARD);
        List<JournalRecord> written = new ArrayList<>(List.of(opened()));
        for (int bytes : new int[]{10, 20_000, 60_000, 70_000, 10, 90_000}) {
            journal.append(large(bytes));
            written.add(large(bytes));
        }
        journal.close();

        assertThat(bench.records()).isEqualTo(written);
    }

    @Test
    void aLongQueueIsWrittenInGroups() throws IOException {
        Journal journal = bench.create(JournalSettings.STANDARD);
        int bytes = Frame.bytes(large(8000).getSerializedSize());
        for (int i = 0; i < 10; i++) {
            journal.append(large(8000));
        }
        assertThat(bench.driver.step()).as("more waits").isZero();
        assertThat(bench.progress.words).containsExactly("accepted 6/0", "durable 6/0");
        assertThat(bench.disk.calls).contains("write next.preparing 144 " + 5 * bytes);
        journal.close();
        assertThat(bench.progress.words).endsWith("accepted 11/0", "durable 11/0");
    }

    @Test
    void whatIsLeftOfASegmentInTheMakingIsNoHindrance() throws IOException {
        full().close();
        bench.disk.create("next.preparing").close();
        bench.disk.calls.clear();
        Journal again = bench.resume();
        assertThat(bench.disk.calls).containsExactly("delete next.preparing", "sync folder",
                "open 000002.journal",
                "write 000002.journal 128 0", "sync 000002.journal");
        for (int trial = 12; trial <= 60; trial++) {
            again.append(taken(trial));
            bench.settle();
        }
        again.close();

        assertThat(bench.report()).isEqualTo(new RecoveryReport(4, 61, 60, true, 0));
    }

    @Test
    void theEndIsOnTheDiskBeforeItIsClosed() throws IOException {
        bench.create().close();

        assertThat(bench.disk.calls.subList(bench.disk.calls.size() - 4, bench.disk.calls.size()))
                .containsExactly(
                        "write next.preparing 144 32", "sync next.preparing", "close next.preparing",
                        "unlock");
        assertThat(bench.driver.woken).isEqualTo(1);
    }

    @Test
    void othersAreLetInEvenWhenTheFileCannotBeClosed() throws IOException {
        Journal journal = bench.create();
        bench.disk.failing = "close";
        journal.close();

        assertThat(bench.disk.calls).endsWith("unlock");
        assertThat(bench.progress.words).isEmpty();
    }

    @Test
    void aBrokenSegmentIsNoExcuseForLosingTheNext() throws IOException {
        full().close();
        byte[] bytes = bench.segment(1);
        bytes[950] ^= 1;
        bench.segment(1, bytes);
        assertThatThrownBy(bench::records).hasMessageContaining("byte 944, after record 11")
                .hasMessageEndingWith("the segment is broken here, and 000002.journal goes on");

        byte[] next = bench.segment(2);
        bench.segment(2, ByteBuffer.allocate(2048).put(next, 0, 64).put(2047, (byte) 1).array());
        assertThatThrownBy(bench::records).hasMessageEndingWith("and 000002.journal goes on");
    }

    @Test
    void aSegmentMustFollowTheOneBefore() throws IOException {
        full().close();
        SegmentHeader header = SegmentHeader.read(ByteBuffer.wrap(bench.segment(2)));
        for (SegmentHeader wrong : List.of(
                new SegmentHeader(1, 2, header.id(), 2048, header.sequence(), header.previous() + 1),
                new SegmentHeader(1, 2, header.id(), 2048, header.sequence() + 1, header.previous()))) {
            bench.segment(2, ByteBuffer.wrap(bench.segment(2)).put(wrong.bytes()).array());
            assertThatThrownBy(bench::records)
                    .hasMessageEndingWith("this segment does not follow what is in the one before");
        }
    }

    @Test
    void oneSegmentCanBeReadByItself() throws IOException {
        full().close();
        byte[] bytes = bench.segment(1);
        bytes[200] ^= 1;
        bench.segment(1, bytes);
        assertThatThrownBy(() -> JournalReader.readSegment(bench.disk, "000001.journal"))
                .isInstanceOfSatisfying(JournalDamaged.class, damage -> {
                    assertThat(damage.place()).isEqualTo(folder.resolve("000001.journal").toString());
                    assertThat(damage.offset()).isEqualTo(192);
                    assertThat(damage.afterRecord()).isEqualTo(2);
                    assertThat(damage.fault()).contains("was on the disk whole");
                });
        assertThat(JournalReader.readSegment(bench.disk, "000002.journal").closed()).isTrue();
    }

    @Test
    void whatStandsBehindTheSealOfASegmentIsFoundInItAlone() throws IOException {
        Journal journal = bench.create(new JournalSettings(1040, 2048, 100, 0, 0));
        for (int trial = 1; trial <= 12; trial++) {
            journal.append(taken(trial));
            bench.settle();
        }
        journal.close();
        byte[] bytes = bench.segment(1);
        bytes[1039] = 1;
        bench.segment(1, bytes);

        assertThatThrownBy(() -> JournalReader.readSegment(bench.disk, "000001.journal"))
                .hasMessageEndingWith("something stands behind the end of the segment");
    }
}
