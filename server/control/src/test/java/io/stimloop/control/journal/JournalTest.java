package io.stimloop.control.journal;

import static io.stimloop.control.journal.JournalBench.learned;
import static io.stimloop.control.journal.JournalBench.opened;
import static io.stimloop.control.journal.JournalBench.taken;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.UnknownFieldSet;
import io.stimloop.v1.BeliefSnapshot;
import io.stimloop.v1.JournalRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class JournalTest {
    @TempDir
    Path folder;
    private JournalBench bench;

    @BeforeEach
    void bench() {
        bench = new JournalBench(folder);
    }

    @Test
    void givesBackWhatWasAppendedInItsOrder() throws IOException {
        Journal journal = bench.create();
        assertThat(journal.append(taken(1))).isEqualTo(2);
        assertThat(journal.append(learned(1))).isEqualTo(3);
        journal.close();

        assertThat(bench.records()).containsExactly(opened(), taken(1), learned(1));
        assertThat(bench.report()).isEqualTo(new RecoveryReport(1, 3, 1, true, 0));
    }

    @Test
    void isOnTheDiskWithItsFirstRecordsWhenItIsMade() throws IOException {
        bench.create();

        assertThat(bench.records()).containsExactly(opened());
        assertThat(bench.report()).isEqualTo(new RecoveryReport(1, 1, 0, false, 0));
        assertThat(bench.disk.calls).containsExactly("create next.preparing", "write next.preparing 0 1024",
                "sync next.preparing", "write next.preparing 0 64", "sync next.preparing",
                "rename next.preparing 000001.journal", "sync folder", "write next.preparing 64 48",
                "sync next.preparing", "write next.preparing 112 32");
    }

    @Test
    void tellsWhatIsWrittenAndThenWhatIsSynced() throws IOException {
        Journal journal = bench.create();
        journal.append(taken(1));
        journal.append(learned(1));
        assertThat(bench.progress.words).isEmpty();
        bench.settle();

        assertThat(bench.progress.words).containsExactly("accepted 3/1", "durable 3/1");
        assertThat(journal.acceptedTrial()).isEqualTo(1);
        assertThat(journal.durableTrial()).isEqualTo(1);
    }

    @Test
    void syncsAtMostOnceInTwoMilliseconds() throws IOException {
        Journal journal = bench.create();
        journal.append(taken(1));
        assertThat(bench.driver.step()).as("idle").isEqualTo(100_000_000);
        bench.nanos += 500_000;
        journal.append(taken(2));
        assertThat(bench.driver.step()).as("until the next sync").isEqualTo(1_500_000);
        bench.nanos += 500_000;
        journal.append(taken(3));
        assertThat(bench.driver.step()).isEqualTo(1_000_000);
        assertThat(journal.acceptedTrial()).isEqualTo(3);
        assertThat(journal.durableTrial()).isEqualTo(1);
        bench.nanos += 1_000_000;
        bench.driver.step();

        assertThat(bench.progress.words).containsExactly("accepted 2/1", "durable 2/1", "accepted 3/2",
                "accepted 4/3", "durable 4/3");
    }

    @Test
    void goesOnInTheNextSegmentWhenOneIsFull() throws IOException {
        Journal journal = bench.create();
        List<JournalRecord> written = new ArrayList<>(List.of(opened()));
        for (int trial = 1; trial <= 80; trial++) {
            journal.append(taken(trial));
            written.add(taken(trial));
            bench.settle();
        }
        journal.close();

        assertThat(bench.records()).isEqualTo(written);
        assertThat(bench.report()).isEqualTo(new RecoveryReport(4, 81, 80, true, 0));
        assertThat(bench.segment(1)).hasSize(1024);
        assertThat(bench.segment(2)).hasSize(2048);
        assertThat(bench.progress.words).hasSize(160).endsWith("accepted 81/80", "durable 81/80");
    }

    @Test
    void takesARecordThatIsLargerThanASegment() throws IOException {
        JournalRecord large = JournalRecord.newBuilder()
                .setInitialBelief(BeliefSnapshot.newBuilder().setKind("x".repeat(400_000))).build();
        Journal journal = Journal.create(bench.setup(JournalBench.SMALL), List.of(large, large).iterator(),
                bench.progress);
        journal.append(large);
        journal.append(taken(1));
        journal.close();

        assertThat(bench.records()).containsExactly(large, large, large, taken(1));
        assertThat(bench.report().segments()).isEqualTo(4);
    }

    @Test
    void goesOnWhereItEnded() throws IOException {
        Journal journal = bench.create();
        journal.append(taken(1));
        journal.close();
        Journal again = bench.resume();
        assertThat(again.durableTrial()).isEqualTo(1);
        assertThat(again.append(taken(2))).isEqualTo(3);
        again.close();

        assertThat(bench.records()).containsExactly(opened(), taken(1), taken(2));
        assertThat(bench.report()).isEqualTo(new RecoveryReport(1, 3, 2, true, 0));
    }

    @Test
    void keepsRecordsThatItDoesNotKnow() throws Exception {
        JournalRecord later = JournalRecord.parseFrom(JournalRecord.newBuilder().setAtNanos(7)
                .setUnknownFields(UnknownFieldSet.newBuilder()
                        .addField(1000, UnknownFieldSet.Field.newBuilder().addFixed64(5).build())
                        .build())
                .build().toByteArray());
        Journal journal = bench.create();
        journal.append(later);
        journal.close();

        assertThat(bench.records()).containsExactly(opened(), later);
        assertThat(bench.records().get(1).getUnknownFields().hasField(1000)).isTrue();
    }

    @Test
    void endsWithTheFirstFailureOfTheDisk() throws IOException {
        Journal journal = bench.create();
        journal.append(taken(1));
        bench.disk.failing = "sync";
        bench.settle();
        bench.disk.failing = "none";
        assertThat(journal.append(taken(2))).isZero();
        assertThat(bench.driver.step()).isEqualTo(JournalWork.OVER);

        assertThat(bench.progress.words).containsExactly("accepted 2/1", "failed");
        assertThat(bench.progress.failures.getFirst()).hasMessage("no sync next.preparing");
        assertThat(journal.failed()).isTrue();
        assertThat(journal.durableTrial()).isZero();
        assertThat(bench.disk.calls).contains("unlock");
    }

    @Test
    void acknowledgesNothingThatCouldNotBeWritten() throws IOException {
        Journal journal = bench.create();
        journal.append(taken(1));
        bench.disk.failing = "write";
        bench.settle();

        assertThat(bench.progress.words).containsExactly("failed");
        assertThat(journal.acceptedTrial()).isZero();
    }

    @Test
    void endsWhenTheDiskCannotKeepUp() throws IOException {
        Journal journal = bench.create();
        for (int trial = 1; trial <= 100; trial++) {
            assertThat(journal.append(taken(trial))).isEqualTo(trial + 1);
        }
        assertThat(journal.failed()).isFalse();
        assertThat(journal.append(taken(101))).isZero();
        bench.settle();

        assertThat(bench.progress.words).containsExactly("failed");
        assertThat(bench.progress.failures.getFirst())
                .hasMessage("100 records wait for the disk, which cannot keep up");
        assertThat(bench.records()).containsExactly(opened());
    }

    @Test
    void isNotBegunWhereOneIsAlready() throws IOException {
        bench.create().close();

        assertThatThrownBy(bench::create).isInstanceOf(IOException.class)
                .hasMessageEndingWith("holds a journal already");
        bench.resume().close();
    }

    @Test
    void isNotBegunWithTooLittleSpace() {
        bench.disk.free = 999;

        assertThatThrownBy(() -> bench.create(new JournalSettings(1024, 2048, 100, 0, 1000)))
                .hasMessageEndingWith("999 bytes are free, a journal needs 1000 to begin with");
    }

    @Test
    void warnsWhenTheNextSegmentMayNotFit() throws IOException {
        Journal journal = bench.create(new JournalSettings(1024, 2048, 100, 0, 1000));
        bench.disk.free = 3047;
        for (int trial = 1; trial <= 10; trial++) {
            journal.append(taken(trial));
            bench.settle();
        }

        assertThat(bench.progress.words).containsOnlyOnce("low");
    }

    @Test
    void keepsOthersOutWhileItIsOpen() throws IOException {
        Journal journal = bench.create();

        assertThatThrownBy(() -> Journal.recover(bench.setup(JournalBench.SMALL), (number, record) -> {}))
                .isInstanceOf(JournalHeld.class)
                .hasMessage(folder + " is in use by this very process (the test);"
                        + " two servers cannot share a journal");
        journal.close();
    }

    @Test
    void worksOnAThreadOfItsOwn() throws Exception {
        JournalSetup setup = new JournalSetup(new FileDisk(folder), JournalSettings.STANDARD,
                System::nanoTime,
                new JournalThread("journal"), "the test");
        Journal journal = Journal.create(setup, List.of(opened()).iterator(), bench.progress);
        for (int trial = 1; trial <= 1000; trial++) {
            journal.append(taken(trial));
            if (trial % 3 == 0) {
                journal.kick();
            }
        }
        journal.close();

        assertThat(journal.durableTrial()).isEqualTo(1000);
        assertThat(bench.report()).isEqualTo(new RecoveryReport(1, 1001, 1000, true, 0));
        assertThat(Files.size(folder.resolve("000001.journal"))).isEqualTo(1 << 20);
    }

    @Test
    void hasSomethingToDoWhenSomethingWaits() throws IOException {
        Journal journal = bench.create();
        assertThat(bench.driver.waits()).isFalse();
        journal.append(taken(1));
        assertThat(bench.driver.waits()).isTrue();
        journal.kick();
        assertThat(bench.driver.woken).isEqualTo(1);
        bench.settle();
        assertThat(bench.driver.waits()).isFalse();
        bench.disk.failing = "write";
        journal.append(taken(2));
        assertThat(bench.driver.step()).isEqualTo(JournalWork.OVER);
        assertThat(bench.driver.waits()).isTrue();
    }

    @Test
    void hasSomethingToDoWhenItIsClosed() throws IOException {
        Journal journal = bench.create();
        journal.close();

        assertThat(bench.driver.waits()).isTrue();
        assertThat(journal.append(taken(1))).isZero();
        assertThat(journal.failed()).isFalse();
    }

    @Test
    void isBegunWithJustEnoughSpace() throws IOException {
        bench.disk.free = 1000;
        Journal journal = bench.create(new JournalSettings(1024, 2048, 100, 0, 1000));
        bench.disk.free = 3048;
        for (int trial = 1; trial <= 10; trial++) {
            journal.append(taken(trial));
            bench.settle();
        }
        journal.close();

        assertThat(bench.progress.words).doesNotContain("low").hasSize(20);
    }

    @Test
    void warnsOncePerSegment() throws IOException {
        Journal journal = bench.create(new JournalSettings(1024, 2048, 100, 0, 1000));
        bench.disk.free = 0;
        for (int trial = 1; trial <= 30; trial++) {
            journal.append(taken(trial));
            bench.settle();
            bench.driver.step();
        }
        journal.close();

        assertThat(bench.progress.words).filteredOn("low"::equals).hasSize(2);
    }

    @Test
    void isFreeForOthersUntilItIsResumed() throws IOException {
        bench.create().close();
        Recovery looked = Journal.recover(bench.setup(JournalBench.SMALL), (number, record) -> {});
        assertThatThrownBy(bench::resume).isInstanceOf(JournalHeld.class);
        looked.close();
        looked.close();
        assertThatThrownBy(() -> looked.resume(bench.progress)).isInstanceOf(IllegalStateException.class);

        Journal journal = bench.resume();
        assertThatThrownBy(bench::resume).isInstanceOf(JournalHeld.class);
        journal.close();
    }

    @Test
    void letsOthersInWhenItCouldNotBeMade() throws IOException {
        bench.disk.failing = "rename";
        assertThatThrownBy(bench::create).hasMessageStartingWith("no rename");

        assertThat(bench.disk.calls).endsWith("unlock");
        assertThat(JournalReader.isIn(bench.disk)).isFalse();
    }
}
