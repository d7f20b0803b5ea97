package io.stimloop.benchmarks;

import io.stimloop.control.spec.ResolvedSpec;
import io.stimloop.inference.belief.Belief;
import io.stimloop.inference.belief.ResponsePredictor;
import io.stimloop.inference.objective.Aim;
import io.stimloop.numerics.random.Streams;
import io.stimloop.planning.decision.Candidates;
import io.stimloop.planning.decision.Decision;
import io.stimloop.planning.decision.PlanningRequest;
import io.stimloop.planning.design.BalancedBlocks;
import io.stimloop.planning.pool.WorkerPool;
import io.stimloop.planning.search.SearchPlanner;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** Sixteen experiments at once on one pool, with deadlines from 2 to 50 ms and objectives that misbehave. */
final class AdversarialTrials {
    private static final int EXPERIMENTS = 16;
    private static final List<AdversarialObjective.How> WAYS = List.of(AdversarialObjective.How.values());
    private static final long LEAST_DEADLINE_NANOS = 2_000_000;
    private static final long MOST_DEADLINE_NANOS = 50_000_000;
    private static final long TOLERANCE_NANOS = 1_000_000;
    private static final int TRIALS_OF_AN_EXPERIMENT = 60;
    private static final long MISBEHAVES_EVERY = 40;
    private static final long HANGS_EVERY = 200_000;
    private static final int LARGEST_COUNT = 20;
    /** The stimulus is on for half of the deadline. */
    private static final int PARTS_OF_A_TRIAL = 2;

    private final ResolvedSpec spec = Specs.resolved(Workload.w1(4, 5, 5, 4).build());
    private final Belief prior = spec.source().create();
    private final ResponsePredictor tables = prior.predictor(spec.candidates(),
            spec.aim().objective().question());
    private final CountDownLatch released = new CountDownLatch(1);
    private final AtomicLong begun = new AtomicLong();
    private final AtomicLong done = new AtomicLong();
    private final AtomicLong late = new AtomicLong();
    private final AtomicLong missed = new AtomicLong();
    private final AtomicLong fallbacks = new AtomicLong();
    private final AtomicLong worstNanos = new AtomicLong();

    /**
     * What was found.
     *
     * @param trials      answered
     * @param late        answered more than 1 ms after the deadline
     * @param missed      answered after the deadline, and counted as that
     * @param fallbacks   answered with the fallback
     * @param lost        not answered
     * @param worstMicros the latest answer after its deadline; below 0 where none was after it
     */
    record Result(long trials, long late, long missed, long fallbacks, long lost, double worstMicros) {}

    /** Runs so many trials in all. */
    Result run(long trials) {
        worstNanos.set(Long.MIN_VALUE);
        List<Thread> writers = new ArrayList<>();
        try (WorkerPool pool = new WorkerPool(Runtime.getRuntime().availableProcessors())) {
            for (int i = 0; i < EXPERIMENTS; i++) {
                int index = i;
                writers.add(Thread.ofPlatform().name("experiment-" + i)
                        .start(() -> experiments(pool, index, trials)));
            }
            for (Thread writer : writers) {
                writer.join();
            }
            released.countDown();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
        return new Result(done.get(), late.get(), missed.get(), fallbacks.get(), trials - done.get(),
                worstNanos.get() / 1e3);
    }

    /** One after another, until all trials are begun. */
    private void experiments(WorkerPool pool, int index, long trials) {
        AdversarialObjective.How how = WAYS.get(index % WAYS.size());
        AdversarialObjective objective = new AdversarialObjective(how,
                how == AdversarialObjective.How.NEVER_RETURNING ? HANGS_EVERY : MISBEHAVES_EVERY,
                new AtomicLong(),
                released);
        long deadlineNanos = LEAST_DEADLINE_NANOS
                + index * (MOST_DEADLINE_NANOS - LEAST_DEADLINE_NANOS) / (EXPERIMENTS - 1);
        while (begun.get() < trials) {
            Belief belief = prior.copy();
            SearchPlanner planner = new SearchPlanner(tables.over(belief), Aim.of(objective),
                    Candidates.of(spec.candidates()), new BalancedBlocks(spec.candidates(), index), pool,
                    System::nanoTime, fault -> {});
            double[] stimulus = spec.candidates()[index];
            for (int t = 0; t < TRIALS_OF_AN_EXPERIMENT && begun.getAndIncrement() < trials; t++) {
                LockSupport.parkNanos(deadlineNanos / PARTS_OF_A_TRIAL);
                stimulus = trial(belief, planner, stimulus, t, deadlineNanos);
            }
        }
    }

    private double[] trial(Belief belief, SearchPlanner planner, double[] stimulus, int trial,
            long deadlineNanos) {
        double[] response = {Streams.of(deadlineNanos, trial, 0).nextInt(LARGEST_COUNT)};
        long arrivedNanos = System.nanoTime();
        planner.settle();
        belief.condition(stimulus, response);
        Decision decision = planner.plan(new PlanningRequest(trial, arrivedNanos + deadlineNanos));
        long overNanos = System.nanoTime() - arrivedNanos - deadlineNanos;
        worstNanos.accumulateAndGet(overNanos, Math::max);
        done.incrementAndGet();
        late.addAndGet(overNanos > TOLERANCE_NANOS ? 1 : 0);
        missed.addAndGet(overNanos > 0 ? 1 : 0);
        fallbacks.addAndGet(decision.evaluated() == 0 ? 1 : 0);
        return decision.stimulus();
    }
}
