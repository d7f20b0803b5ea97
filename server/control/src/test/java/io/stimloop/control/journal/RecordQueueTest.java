package io.stimloop.control.journal;

import static io.stimloop.control.journal.JournalBench.taken;
import static org.assertj.core.api.Assertions.assertThat;

import io.stimloop.v1.JournalRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class RecordQueueTest {
    @Test
    void givesRecordsInTheOrderInWhichTheyCameAgainAndAgain() {
        RecordQueue queue = new RecordQueue(3);
        for (long round = 0; round < 10; round++) {
            assertThat(queue.offer(taken(2 * round))).isEqualTo(2 * round + 1);
            assertThat(queue.offer(taken(2 * round + 1))).isEqualTo(2 * round + 2);
            assertThat(queue.peek()).isEqualTo(taken(2 * round));
            queue.remove();
            assertThat(queue.peek()).isEqualTo(taken(2 * round + 1));
            queue.remove();
            assertThat(queue.peek()).isNull();
        }
    }

    @Test
    void takesNoMoreThanItHasRoomFor() {
        RecordQueue queue = new RecordQueue(2);
        assertThat(queue.offer(taken(1))).isEqualTo(1);
        assertThat(queue.offer(taken(2))).isEqualTo(2);
        assertThat(queue.offer(taken(3))).isZero();
        assertThat(queue.peek()).isEqualTo(taken(1));
        queue.remove();

        assertThat(queue.offer(taken(4))).isEqualTo(3);
        assertThat(queue.peek()).isEqualTo(taken(2));
    }

    @Test
    void keepsTheOrderOfEachOfSeveralThreads() throws InterruptedException {
        int each = 20_000;
        RecordQueue queue = new RecordQueue(64);
        List<Thread> threads = LongStream.of(0, 1_000_000)
                .mapToObj(base -> Thread.ofPlatform().start(() -> offer(queue, base, each))).toList();
        List<Long> trials = new ArrayList<>();
        while (trials.size() < 2 * each) {
            JournalRecord record = queue.peek();
            if (record != null) {
                trials.add(record.getAtNanos());
                queue.remove();
            }
        }
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(trials.stream().filter(trial -> trial <= each)).isSorted().hasSize(each);
        assertThat(trials.stream().filter(trial -> trial > each)).isSorted().hasSize(each);
    }

    private static void offer(RecordQueue queue, long base, int count) {
        for (long i = 1; i <= count; i++) {
            JournalRecord record = JournalRecord.newBuilder().setAtNanos(base + i).build();
            while (queue.offer(record) == 0) {
                Thread.onSpinWait();
            }
        }
    }
}
