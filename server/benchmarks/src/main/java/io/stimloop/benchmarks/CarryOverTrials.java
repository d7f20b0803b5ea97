package io.stimloop.benchmarks;

import io.stimloop.inference.belief.Belief;
import io.stimloop.inference.belief.Question;
import io.stimloop.inference.belief.ResponsePredictor;
import io.stimloop.inference.belief.Truth;
import io.stimloop.inference.grid.TuningCurveSource;
import io.stimloop.inference.objective.Aim;
import io.stimloop.inference.objective.Infomax;
import io.stimloop.inference.population.PopulationSource;
import io.stimloop.inference.response.Levels;
import io.stimloop.inference.response.NoiseFamily;
import io.stimloop.inference.response.ParameterAxis;
import io.stimloop.inference.response.Priors;
import io.stimloop.inference.response.Shape;
import io.stimloop.inference.response.TuningCurve;
import io.stimloop.numerics.random.Streams;
import io.stimloop.planning.decision.Candidates;
import io.stimloop.planning.decision.Decision;
import io.stimloop.planning.decision.PlanningRequest;
import io.stimloop.planning.decision.Preparation;
import io.stimloop.planning.decision.Previous;
import io.stimloop.planning.design.BalancedBlocks;
import io.stimloop.planning.pool.Crew;
import io.stimloop.planning.pool.WorkerPool;
import io.stimloop.planning.search.SearchPlanner;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/**
 * What the time between trials is worth for a population, whose joint response is never foreseen: utility of what is chosen
 * in too short a time, as a part of the best there is, with and without scoring in between what the last search did not
 * get to.
 */
final class CarryOverTrials {
    private static final int NEURONS = 60;
    private static final int STIMULI = 720;
    private static final double TURN = 360;
    private static final long DEADLINE_NANOS = 2_500_000;
    private static final long PAUSE_NANOS = 60_000_000;
    private static final long NEVER_NANOS = 1_000_000_000_000L;

    private final double[][] stimuli = IntStream.range(0, STIMULI)
            .mapToObj(i -> new double[]{i * TURN / STIMULI}).toArray(double[][]::new);
    private final PopulationSource source = new PopulationSource(neuron(), NEURONS);
    private final Belief prior = source.create();
    private final ResponsePredictor tables = prior.predictor(stimuli, Question.INFORMATION);

    private static TuningCurveSource neuron() {
        return new TuningCurveSource(new TuningCurve(Shape.CIRCULAR_GAUSSIAN, TURN,
                List.of(axis("baseline", Levels.logarithmic(1, 8, 3)),
                        axis("amplitude", Levels.logarithmic(5, 40, 4)),
                        axis("preferred", Levels.linear(0, 345, 24)),
                        axis("width", Levels.linear(15, 55, 3))),
                NoiseFamily.POISSON, 0));
    }

    private static ParameterAxis axis(String name, double[] values) {
        return new ParameterAxis(name, values, Priors.flat(values.length));
    }

    /** The mean over so many trials. */
    double run(int trials, boolean prepares) {
        Belief belief = prior.copy();
        Truth cells = source.drawTruth(Streams.of(7, 1, 0));
        SearchPlanner complete = planner(belief, Crew.alone());
        try (WorkerPool pool = new WorkerPool(Runtime.getRuntime().availableProcessors())) {
            SearchPlanner planner = planner(belief, pool);
            double[] stimulus = stimuli[0];
            double[] response = new double[NEURONS];
            double sum = 0;
            for (int trial = 0; trial < trials; trial++) {
                cells.respond(stimulus, Streams.of(9, trial, 0), response);
                belief.condition(stimulus, response);
                Previous previous = Previous.presented(stimulus);
                Decision chosen = planner
                        .plan(new PlanningRequest(trial, System.nanoTime() + DEADLINE_NANOS, previous));
                planner.settle();
                double best = complete
                        .plan(new PlanningRequest(trial, System.nanoTime() + NEVER_NANOS, previous))
                        .utility();
                sum += chosen.utility() / best;
                if (prepares) {
                    planner.prepare(new Preparation(trial + 1, chosen.stimulus(), 0));
                }
                LockSupport.parkNanos(PAUSE_NANOS);
                planner.settle();
                stimulus = chosen.stimulus();
            }
            return sum / trials;
        }
    }

    private SearchPlanner planner(Belief belief, Crew crew) {
        return new SearchPlanner(tables.over(belief), Aim.of(new Infomax()), Candidates.of(stimuli),
                new BalancedBlocks(stimuli, 1), crew, System::nanoTime, CarryOverTrials::fail);
    }

    private static void fail(Throwable fault) {
        throw new IllegalStateException("a stimulus could not be scored", fault);
    }
}
