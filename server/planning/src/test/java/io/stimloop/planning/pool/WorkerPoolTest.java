package io.stimloop.planning.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class WorkerPoolTest {
    private static final long MILLISECOND = 1_000_000;

    private final WorkerPool pool = new WorkerPool(2);
    private final CountDownLatch release = new CountDownLatch(1);
    private final AtomicInteger stuckThreads = new AtomicInteger();
    private final AtomicLong time = new AtomicLong();

    @AfterEach
    void close() {
        release.countDown();
        pool.close();
    }

    /** Counts its pieces. */
    private static final class Counted implements Work {
        private final int size;
        private final boolean prompt;
        private final AtomicInteger taken = new AtomicInteger();
        private final AtomicInteger done = new AtomicInteger();

        Counted(int size, boolean prompt) {
            this.size = size;
            this.prompt = prompt;
        }

        @Override
        public boolean doNext(int seat) {
            assertThat(seat).isBetween(0, 1);
            if (taken.getAndIncrement() >= size) {
                return false;
            }
            done.incrementAndGet();
            return true;
        }

        @Override
        public boolean prompt() {
            return prompt;
        }
    }

    @Test
    void everyPieceIsDoneOnceWhoeverDoesIt() {
        for (boolean prompt : new boolean[]{true, false}) {
            for (int size = 0; size < 300; size++) {
                Counted work = new Counted(size, prompt);
                Job job = pool.job(work, System::nanoTime);
                pool.run(job, System.nanoTime() + 10_000 * MILLISECOND);
                assertThat(job.settle(10_000 * MILLISECOND)).isTrue();
                assertThat(work.done).hasValue(size);
            }
        }
    }

    @Test
    void whoAsksForWorkThatMayNeverReturnIsBackAtTheCutoffAndItsThreadIsReplaced() {
        Job stuck = pool.job(stuck(), this::onceSomeoneIsStuck);
        pool.run(stuck, MILLISECOND);
        assertThat(stuck.settle(MILLISECOND)).isFalse();
        pool.abandon(stuck);
        assertThat(pool.lost()).isBetween(1, 2);
        Counted next = new Counted(10, false);
        pool.run(pool.job(next, System::nanoTime), System.nanoTime() + 10_000 * MILLISECOND);
        assertThat(next.done).as("by those that replace them").hasValue(10);
    }

    @Test
    void whoeverComesBackAfterItWasGivenUpEnds() {
        Job stuck = pool.job(stuck(), this::onceSomeoneIsStuck);
        pool.run(stuck, MILLISECOND);
        pool.abandon(stuck);
        assertThat(pool.lost()).isPositive();
        release.countDown();
        while (pool.lost() > 0) {
            Thread.onSpinWait();
        }
        assertThat(stuck.settle(10_000 * MILLISECOND)).isTrue();
    }

    /** A clock that stands still until a thread is inside. */
    private long onceSomeoneIsStuck() {
        return stuckThreads.get() == 0 ? 0 : time.addAndGet(MILLISECOND / 10);
    }

    private Work stuck() {
        return new Work() {
            @Override
            public boolean doNext(int seat) {
                stuckThreads.incrementAndGet();
                try {
                    release.await();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
                return false;
            }

            @Override
            public boolean prompt() {
                return false;
            }
        };
    }

    @Test
    void rankGoesBeforeDeadlineAndDeadlineBeforeTheOrderOfComing() {
        Job speculative = laidOut(pool.speculativeJob(new Counted(1, true), () -> 0), 10);
        Job bestEffort = laidOut(pool.bestEffort().job(new Counted(1, true), () -> 0), 100);
        Job later = laidOut(pool.job(new Counted(1, true), () -> 0), 2000);
        Job sooner = laidOut(pool.job(new Counted(1, true), () -> 0), 1000);
        WorkerPool board = idle();
        for (Job job : List.of(speculative, bestEffort, later, sooner)) {
            board.post(job);
        }
        for (Job expected : List.of(sooner, later, bestEffort, speculative)) {
            assertThat(board.mostUrgent(Rank.SPECULATIVE)).isSameAs(expected);
            expected.close();
        }
        assertThat(board.mostUrgent(Rank.SPECULATIVE)).isNull();
    }

    @Test
    void whatNobodyWaitsForIsNotLookedAtByThoseWhoLookForUrgentJobs() {
        WorkerPool board = idle();
        board.post(laidOut(pool.speculativeJob(new Counted(1, true), () -> 0), 10));
        assertThat(board.mostUrgent(Rank.BEST_EFFORT)).isNull();
    }

    @Test
    void aJobWhoseTimeIsUpOrWhosePiecesAreTakenWantsNoHelp() {
        AtomicLong now = new AtomicLong();
        Job job = laidOut(pool.job(new Counted(1, true), now::get), 1000);
        assertThat(job.wantsHelp()).isTrue();
        now.set(1000);
        assertThat(job.wantsHelp()).isFalse();
        now.set(0);
        assertThat(job.doNext(0)).isZero();
        assertThat(job.wantsHelp()).as("nobody has found it empty").isTrue();
        assertThat(job.doNext(0)).isEqualTo(Job.NONE_LEFT);
        assertThat(job.wantsHelp()).isFalse();
    }

    @Test
    void whatNobodyWaitsForIsDoneWhenThereIsTimeAndStopsBetweenPiecesForWhatSomebodyWaitsFor() {
        CountDownLatch begun = new CountDownLatch(2);
        Counted inner = new Counted(Integer.MAX_VALUE, true);
        AtomicLong clock = new AtomicLong();
        Job outer = pool.speculativeJob(seat -> {
            begun.countDown();
            pool.aside().run(pool.aside().job(inner, clock::get), 1);
            return false;
        }, System::nanoTime);
        pool.begin(outer);
        awaitZero(begun);
        Counted urgent = new Counted(50, false);
        pool.run(pool.job(urgent, System::nanoTime), System.nanoTime() + 30_000 * MILLISECOND);
        assertThat(urgent.done).as("by threads that are inside a piece").hasValue(50);
        clock.set(1);
        pool.end(outer);
        assertThat(outer.settle(10_000 * MILLISECOND)).isTrue();
    }

    @Test
    void aFullBoardTakesNoMore() {
        WorkerPool board = idle();
        LongSupplier clock = () -> 0;
        List<Integer> places = IntStream.range(0, 65)
                .mapToObj(i -> board.post(laidOut(pool.job(new Counted(1, true), clock), 1000))).toList();
        assertThat(places.subList(0, 64)).doesNotHaveDuplicates().doesNotContain(-1);
        assertThat(places.get(64)).isEqualTo(-1);
    }

    @Test
    void aClosedPoolLeavesJobsToThoseWhoAskForThem() {
        pool.close();
        Counted work = new Counted(20, true);
        pool.run(pool.job(work, () -> 0), 1000);
        assertThat(work.done).hasValue(20);
    }

    @Test
    void workersAreNamedDaemonsThatEndWithThePool() {
        WorkerPool own = new WorkerPool(3);
        List<Thread> workers = Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("stimloop-search-")).toList();
        assertThat(workers).hasSizeGreaterThanOrEqualTo(3).allMatch(Thread::isDaemon);
        own.close();
        assertThat(workers.stream().filter(Thread::isAlive)).as("those of the other pool").hasSize(2);
    }

    @Test
    void aPoolOfNoThreadsIsRefused() {
        assertThatThrownBy(() -> new WorkerPool(0)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("threads: 0");
    }

    /** One whose workers take nothing, so that its board can be looked at. */
    private static WorkerPool idle() {
        WorkerPool closed = new WorkerPool(1);
        closed.close();
        return closed;
    }

    private static Job laidOut(Job job, long cutoffNanos) {
        job.open(cutoffNanos);
        return job;
    }

    private static void awaitZero(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aPingIsAnsweredWhenEveryWorkerHasComeBack() throws InterruptedException {
        CountDownLatch idle = new CountDownLatch(1);
        pool.ping(idle::countDown);
        idle.await();
        Job stuck = pool.job(stuck(), System::nanoTime);
        while (stuck.empty()) {
            pool.run(stuck, System.nanoTime() + 20 * MILLISECOND);
        }
        CountDownLatch back = new CountDownLatch(1);
        pool.ping(back::countDown);
        assertThat(back.getCount()).as("one is still inside").isEqualTo(1);
        release.countDown();
        back.await();
    }
}
