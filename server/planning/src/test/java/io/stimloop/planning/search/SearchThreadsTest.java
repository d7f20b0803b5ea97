package io.stimloop.planning.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.stimloop.inference.belief.Prediction;
import io.stimloop.inference.belief.Question;
import io.stimloop.inference.objective.Aim;
import io.stimloop.inference.objective.Objective;
import io.stimloop.planning.decision.Candidates;
import io.stimloop.planning.decision.Decision;
import io.stimloop.planning.decision.DecisionSource;
import io.stimloop.planning.decision.PlanningRequest;
import io.stimloop.planning.decision.Preparation;
import io.stimloop.planning.design.Design;
import io.stimloop.planning.design.FixedSequence;
import io.stimloop.planning.pool.Crew;
import io.stimloop.planning.pool.UnreturnedException;
import io.stimloop.planning.pool.WorkerPool;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What helpers change, and what they must not. */
@Timeout(60)
class SearchThreadsTest {
    private static final Design BLANK = new FixedSequence(new double[][]{{}});
    private static final PlanningRequest IN_TIME = new PlanningRequest(0, 50_000_000);

    private final Crew alone = Crew.alone();
    private final WorkerPool pool = new WorkerPool(2, 0);
    private final CountDownLatch release = new CountDownLatch(1);

    @AfterEach
    void closePool() {
        release.countDown();
        pool.close();
    }

    @Test
    void oneThreadAndTwoDecideTheSameBits() {
        for (long seed = 0; seed < 300; seed++) {
            int candidates = 1 + (int) (seed % 97);
            SearchPlanner one = informed(candidates, seed, alone);
            SearchPlanner two = informed(candidates, seed, pool);
            for (int trial = 0; trial < 3; trial++) {
                Decision expected = one.plan(IN_TIME);
                Decision actual = two.plan(IN_TIME);
                assertThat(actual.stimulus()).as("seed %d", seed).isEqualTo(expected.stimulus());
                assertThat(Double.doubleToLongBits(actual.utility())).as("seed %d", seed)
                        .isEqualTo(Double.doubleToLongBits(expected.utility()));
                assertThat(actual.evaluated()).as("seed %d", seed).isEqualTo(candidates);
                assertThat(two.utilities()).as("seed %d", seed).isEqualTo(one.utilities());
            }
        }
    }

    @Test
    void bothThreadsScore() {
        Set<String> threads = ConcurrentHashMap.newKeySet();
        CountDownLatch bothAreIn = new CountDownLatch(2);
        MixturePredictor predictor = MixturePredictor.firing(candidate -> {
            threads.add(Thread.currentThread().getName());
            bothAreIn.countDown();
            await(bothAreIn);
        }, 0.1, 0.9);
        assertThat(planner(predictor, pool, () -> 0).plan(IN_TIME).stimulus()).containsExactly(1);
        assertThat(threads).hasSize(2).contains(Thread.currentThread().getName())
                .anyMatch(name -> name.startsWith("stimloop-search-"));
    }

    @Test
    void aSearchFinishesAloneWhileItsHelperIsStuck() {
        MixturePredictor predictor = stickyForHelpers(() -> {});
        SearchPlanner planner = planner(predictor, pool, new SteppingClock(1));
        Decision decision = planner.plan(IN_TIME);
        release.countDown();
        assertThat(decision.evaluated()).isEqualTo(predictor.candidates());
        assertThat(decision.stimulus()).containsExactly(7);
    }

    @Test
    void aHelperStuckAtTheDeadlineIsAbandonedAndItsScoreDropped() {
        SteppingClock clock = new SteppingClock(0);
        MixturePredictor predictor = stickyForHelpers(() -> clock.leap(50_000_000));
        SearchPlanner planner = planner(predictor, pool, clock);
        Decision decision = planner.plan(IN_TIME);
        double[] utilities = planner.utilities();
        assertThat(decision.evaluated()).as("of two begun, one is done").isLessThan(2);
        release.countDown();
        planner.settle();
        assertThat(planner.utilities()).isEqualTo(utilities);
    }

    @Test
    void settlingWaitsUntilTheHelperHasLeftTheBelief() {
        SearchPlanner planner = abandoningItsHelper();
        assertThat(waits(planner::settle)).isTrue();
    }

    @Test
    void theNextPlanBeginsOnlyWhenTheHelperHasLeftTheBelief() {
        SearchPlanner planner = abandoningItsHelper();
        List<Decision> next = new ArrayList<>();
        assertThat(waits(() -> next.add(planner.plan(new PlanningRequest(1, 1_000_000_000)))))
                .isTrue();
        assertThat(next.getFirst().evaluated()).isEqualTo(8);
    }

    @Test
    void aCandidateThatNeverReturnsIsGivenUpAndTheNextSearchGoesOnWithoutIt() {
        MixturePredictor predictor = MixturePredictor.firing(candidate -> {
            if (candidate == 3) {
                await(release);
            }
        }, 0.1, 0.2, 0.3, 0.9, 0.5, 0.6);
        List<Throwable> faults = new CopyOnWriteArrayList<>();
        SearchPlanner planner = new SearchPlanner(predictor, Aim.of(UNSURE),
                Candidates.of(rows(predictor.candidates())), BLANK, pool, System::nanoTime, faults::add);
        for (int trial = 0; trial < 2; trial++) {
            Decision decision = planner
                    .plan(new PlanningRequest(trial, System.nanoTime() + 300_000_000));
            assertThat(decision.stimulus()).containsExactly(5);
            assertThat(decision.progress().skipped()).isEqualTo(1);
        }
        planner.settle();
        assertThat(pool.lost()).isEqualTo(2);
        assertThat(faults).singleElement().isInstanceOf(UnreturnedException.class);
        assertThat(planner.plan(new PlanningRequest(2, System.nanoTime() + 300_000_000)).source())
                .as("after two lost searches").isEqualTo(DecisionSource.FALLBACK);
    }

    @Test
    void whatACutOffSearchDidNotGetToIsScoredWhileThereIsTimeAndComesFirstInTheNext() {
        SteppingClock clock = new SteppingClock(0);
        AtomicBoolean slow = new AtomicBoolean(true);
        CountDownLatch all = new CountDownLatch(40);
        double[] firing = IntStream.range(0, 40).mapToDouble(i -> i == 33 ? 0.9 : 0.1).toArray();
        MixturePredictor predictor = MixturePredictor.firing(candidate -> {
            if (slow.get()) {
                clock.leap(20_000_000);
            }
            all.countDown();
        }, firing);
        SearchPlanner planner = planner(predictor, pool, clock);
        assertThat(planner.plan(IN_TIME).evaluated()).isLessThan(5);
        slow.set(false);
        planner.prepare(new Preparation(1, new double[]{1}, 0));
        await(all);
        planner.settle();
        clock.leap(-clock.getAsLong());
        slow.set(true);
        Decision next = planner.plan(IN_TIME);
        assertThat(next.stimulus()).as("cut off again, but it began with the best").containsExactly(33);
        assertThat(next.evaluated()).isLessThan(5);
    }

    /** Such as one that was learned: whether it returns soon nobody knows. */
    private static final Objective UNSURE = new Objective() {
        @Override
        public Question question() {
            return MixturePredictor.FIRING.question();
        }

        @Override
        public double utility(Prediction prediction) {
            return MixturePredictor.FIRING.utility(prediction);
        }
    };

    @Test
    void anInterruptDoesNotCutSettlingShort() {
        SearchPlanner planner = abandoningItsHelper();
        Thread.currentThread().interrupt();
        assertThat(waits(planner::settle)).isTrue();
        assertThat(Thread.interrupted()).as("the interrupt is kept").isTrue();
    }

    @Test
    void experimentsThatShareAPoolAllFinish() throws InterruptedException {
        int experiments = 4;
        AtomicReference<Throwable> failure = new AtomicReference<>();
        Thread[] writers = new Thread[experiments];
        for (int i = 0; i < experiments; i++) {
            long seed = i;
            writers[i] = Thread.ofPlatform().start(() -> runTrials(seed, failure));
        }
        for (Thread writer : writers) {
            writer.join();
        }
        assertThat(failure.get()).isNull();
    }

    private SearchPlanner abandoningItsHelper() {
        SteppingClock clock = new SteppingClock(0);
        SearchPlanner planner = planner(
                stickyForHelpers(() -> clock.leap(50_000_000)), pool, clock);
        assertThat(planner.plan(IN_TIME).evaluated()).isLessThan(2);
        return planner;
    }

    /** Whether the action returned only after the release, which is given when this thread waits. */
    private boolean waits(Runnable action) {
        AtomicBoolean done = new AtomicBoolean();
        AtomicBoolean waited = new AtomicBoolean();
        Thread writer = Thread.currentThread();
        Thread releaser = Thread.ofPlatform().start(() -> {
            while (writer.getState() != Thread.State.TIMED_WAITING && !done.get()) {
                Thread.onSpinWait();
            }
            waited.set(!done.get());
            release.countDown();
        });
        action.run();
        done.set(true);
        while (releaser.isAlive()) {
            Thread.onSpinWait();
        }
        return waited.get();
    }

    private void runTrials(long seed, AtomicReference<Throwable> failure) {
        try {
            SearchPlanner one = informed(61, seed, alone);
            SearchPlanner shared = informed(61, seed, pool);
            for (int trial = 0; trial < 500; trial++) {
                assertThat(shared.plan(IN_TIME)).usingRecursiveComparison().isEqualTo(one.plan(IN_TIME));
            }
        } catch (Throwable e) {
            failure.set(e);
        }
    }

    /** Eight candidates; the first that the helper takes holds it until released. The owner waits for that. */
    private MixturePredictor stickyForHelpers(Runnable whenHelperIsIn) {
        CountDownLatch helperIsIn = new CountDownLatch(1);
        return MixturePredictor.firing(candidate -> {
            if (Thread.currentThread().getName().startsWith("stimloop-search")) {
                helperIsIn.countDown();
                await(release);
            } else {
                await(helperIsIn);
                whenHelperIsIn.run();
            }
        }, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8);
    }

    private static SearchPlanner informed(int candidates, long seed, Crew pool) {
        return new SearchPlanner(MixturePredictor.random(candidates, seed),
                Aim.of(MixturePredictor.INFORMATION),
                Candidates.of(rows(candidates)), BLANK, pool, () -> 0, SearchThreadsTest::fail);
    }

    private static SearchPlanner planner(MixturePredictor predictor, Crew pool, LongSupplier clock) {
        return new SearchPlanner(predictor, Aim.of(MixturePredictor.FIRING),
                Candidates.of(rows(predictor.candidates())),
                BLANK,
                pool,
                clock, SearchThreadsTest::fail);
    }

    private static void fail(Throwable fault) {
        throw new AssertionError("no candidate should fail", fault);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static double[][] rows(int size) {
        return IntStream.range(0, size).mapToObj(i -> new double[]{i}).toArray(double[][]::new);
    }
}
