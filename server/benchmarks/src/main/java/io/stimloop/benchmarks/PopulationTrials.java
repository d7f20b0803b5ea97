package io.stimloop.benchmarks;

import io.stimloop.inference.belief.Belief;
import io.stimloop.inference.belief.Question;
import io.stimloop.inference.belief.ResponsePredictor;
import io.stimloop.inference.belief.Truth;
import io.stimloop.inference.grid.TuningCurveSource;
import io.stimloop.inference.objective.Aim;
import io.stimloop.inference.objective.Infomax;
import io.stimloop.inference.objective.StimulusCost;
import io.stimloop.inference.population.PopulationSource;
import io.stimloop.inference.response.Levels;
import io.stimloop.inference.response.NoiseFamily;
import io.stimloop.inference.response.ParameterAxis;
import io.stimloop.inference.response.Priors;
import io.stimloop.inference.response.Shape;
import io.stimloop.inference.response.TuningCurve;
import io.stimloop.numerics.random.Streams;
import io.stimloop.planning.decision.Candidates;
import io.stimloop.planning.decision.PlanningRequest;
import io.stimloop.planning.decision.Previous;
import io.stimloop.planning.design.FixedSequence;
import io.stimloop.planning.pool.WorkerPool;
import io.stimloop.planning.search.SearchPlanner;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;

/** Experiments on a simulated population, timed trial by trial from the counts to the choice. */
final class PopulationTrials implements AutoCloseable {
    private static final long SEED = 17;
    private static final int TRIALS_OF_AN_EXPERIMENT = 20;
    private static final int STIMULI = 16;
    private static final double TURN = 360;
    private static final long AN_HOUR = 3_600_000_000_000L;

    private final double[][] stimuli = Arrays.stream(Levels.linear(0, TURN - TURN / STIMULI, STIMULI))
            .mapToObj(x -> new double[]{x}).toArray(double[][]::new);
    private final UniformRandomProvider random = Streams.of(SEED, 0, 0);
    private final Belief prior;
    private final ResponsePredictor tables;
    private final Truth cells;
    private final double[] response;
    private final WorkerPool pool;
    private long garbageBytes;

    /**
     * With so many neurons.
     *
     * @param threads that search
     */
    PopulationTrials(int neurons, int threads) {
        PopulationSource source = new PopulationSource(neuron(), neurons);
        prior = source.create();
        tables = prior.predictor(stimuli, Question.INFORMATION);
        cells = source.drawTruth(Streams.of(SEED, 1, 0));
        response = new double[neurons];
        pool = new WorkerPool(threads);
    }

    /** 4 baselines, 5 amplitudes, 20 preferred directions and 5 widths. */
    private static TuningCurveSource neuron() {
        return new TuningCurveSource(new TuningCurve(Shape.CIRCULAR_GAUSSIAN, TURN,
                List.of(axis("baseline", Levels.logarithmic(1, 8, 4)),
                        axis("amplitude", Levels.logarithmic(5, 40, 5)),
                        axis("preferred", Levels.linear(0, 342, 20)),
                        axis("width", Levels.linear(15, 55, 5))),
                NoiseFamily.POISSON, 0));
    }

    private static ParameterAxis axis(String name, double[] values) {
        return new ParameterAxis(name, values, Priors.flat(values.length));
    }

    /** Runs trials of one experiment after another; returns what each took, in nanoseconds. */
    long[] run(int trials) {
        long[] nanos = new long[trials];
        garbageBytes = 0;
        for (int trial = 0; trial < trials;) {
            Belief belief = prior.copy();
            SearchPlanner planner = new SearchPlanner(tables.over(belief),
                    new Aim(new Infomax(), StimulusCost.NONE), Candidates.of(stimuli),
                    new FixedSequence(stimuli), pool,
                    System::nanoTime, PopulationTrials::fail);
            double[] stimulus = stimuli[0];
            for (int t = 0; t < TRIALS_OF_AN_EXPERIMENT && trial < trials; t++, trial++) {
                cells.respond(stimulus, random, response);
                long allocated = Heap.allocatedBytesOfThisThread();
                long begun = System.nanoTime();
                planner.settle();
                belief.condition(stimulus, response);
                stimulus = planner.plan(new PlanningRequest(t, begun + AN_HOUR, Previous.presented(stimulus)))
                        .stimulus();
                nanos[trial] = System.nanoTime() - begun;
                garbageBytes += Heap.allocatedBytesOfThisThread() - allocated;
            }
            planner.settle();
        }
        return nanos;
    }

    private static void fail(Throwable fault) {
        throw new IllegalStateException("a stimulus could not be scored", fault);
    }

    /** The plain way. */
    long[] plain(int trials) {
        PlainPopulation plain = new PlainPopulation(neuron(), response.length, stimuli);
        long[] nanos = new long[trials];
        int stimulus = 0;
        for (int trial = 0; trial < trials; trial++) {
            cells.respond(stimuli[stimulus], random, response);
            long begun = System.nanoTime();
            plain.condition(stimuli[stimulus], response);
            stimulus = plain.best();
            nanos[trial] = System.nanoTime() - begun;
        }
        return nanos;
    }

    /** What learning and choosing have allocated in the last {@link #run}. */
    long garbageBytes() {
        return garbageBytes;
    }

    @Override
    public void close() {
        pool.close();
    }
}
