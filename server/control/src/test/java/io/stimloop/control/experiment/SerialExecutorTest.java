package io.stimloop.control.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import io.stimloop.v1.HaltReason;
import io.stimloop.v1.State;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** One task at a time, in their order, at most so many. */
class SerialExecutorTest {
    private final List<Throwable> failures = new ArrayList<>();

    @Test
    void onTheCallingThreadATaskHasRunWhenItsOfferReturns() {
        List<String> ran = new ArrayList<>();
        SerialExecutor executor = new SerialExecutor(Runnable::run, 4, failures::add);

        assertThat(executor.offer(() -> ran.add("first"))).isTrue();

        assertThat(ran).containsExactly("first");
    }

    @Test
    void aTaskOfferedByATaskRunsAfterIt() {
        List<String> ran = new ArrayList<>();
        SerialExecutor executor = new SerialExecutor(Runnable::run, 4, failures::add);

        boolean accepted = executor.offer(() -> {
            assertThat(executor.offer(() -> ran.add("inner"))).isTrue();
            ran.add("outer");
        });

        assertThat(accepted).isTrue();
        assertThat(ran).containsExactly("outer", "inner");
        assertThat(failures).isEmpty();
    }

    @Test
    void oneMoreThanItHoldsIsNotTakenAndNeverRun() {
        Queue<Runnable> target = new ArrayDeque<>();
        List<Integer> ran = new ArrayList<>();
        SerialExecutor executor = new SerialExecutor(target::add, 3, failures::add);

        for (int task = 0; task < 5; task++) {
            int number = task;
            assertThat(executor.offer(() -> ran.add(number))).isEqualTo(task < 3);
        }
        target.remove().run();

        assertThat(ran).containsExactly(0, 1, 2);
        assertThat(target).isEmpty();
        assertThat(executor.offer(() -> ran.add(5))).isTrue();
        target.remove().run();
        assertThat(ran).containsExactly(0, 1, 2, 5);
    }

    @Test
    void aTaskThatFailsIsReportedAndTheNextRuns() {
        Queue<Runnable> target = new ArrayDeque<>();
        List<String> ran = new ArrayList<>();
        SerialExecutor executor = new SerialExecutor(target::add, 3, failures::add);
        assertThat(executor.offer(() -> {
            throw new IllegalStateException("broken");
        })).isTrue();
        assertThat(executor.offer(() -> {
            throw new StackOverflowError("deep");
        })).isTrue();
        assertThat(executor.offer(() -> ran.add("next"))).isTrue();

        target.remove().run();

        assertThat(failures).extracting(Throwable::getMessage).containsExactly("broken", "deep");
        assertThat(ran).containsExactly("next");
    }

    @Test
    void ofManyThreadsEachOnesTasksRunInItsOrderAndNeverTwoAtOnce() throws InterruptedException {
        int threads = 4;
        int each = 5_000;
        AtomicInteger inside = new AtomicInteger();
        List<int[]> ran = new ArrayList<>();
        CountDownLatch done = new CountDownLatch(threads * each);
        try (ExecutorService target = Executors.newFixedThreadPool(2);
                ExecutorService callers = Executors.newFixedThreadPool(threads)) {
            SerialExecutor executor = new SerialExecutor(target, threads * each, failures::add);
            for (int thread = 0; thread < threads; thread++) {
                int caller = thread;
                callers.execute(() -> {
                    for (int task = 0; task < each; task++) {
                        int number = task;
                        assertThat(executor.offer(() -> {
                            assertThat(inside.incrementAndGet()).isEqualTo(1);
                            ran.add(new int[]{caller, number});
                            inside.decrementAndGet();
                            done.countDown();
                        })).isTrue();
                    }
                });
            }
            assertThat(done.await(60, TimeUnit.SECONDS)).isTrue();
        }

        assertThat(failures).isEmpty();
        int[] next = new int[threads];
        assertThat(ran).hasSize(threads * each)
                .allSatisfy(task -> assertThat(task[1]).isEqualTo(next[task[0]]++));
    }

    @Test
    void anErrorOfTheServersOwnHaltsTheExperiment() {
        Bench bench = Bench.ofSequence();
        RecordingPort rig = bench.connect();
        bench.clock.interruptNextReader(() -> {
            throw new IllegalStateException("broken");
        });

        bench.count(rig, 3);

        assertThat(bench.listener.failures).singleElement().satisfies(
                failure -> assertThat(failure).hasMessage("broken"));
        assertThat(rig.halts()).containsExactly(HaltReason.INTERNAL_ERROR);
        assertThat(bench.state()).isEqualTo(State.HALTED);
    }
}
