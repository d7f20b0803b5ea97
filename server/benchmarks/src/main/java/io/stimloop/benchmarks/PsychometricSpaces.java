package io.stimloop.benchmarks;

import io.stimloop.inference.belief.Belief;
import io.stimloop.inference.belief.BeliefSource;
import io.stimloop.inference.belief.Question;
import io.stimloop.inference.belief.ResponsePredictor;
import io.stimloop.inference.belief.Truth;
import io.stimloop.inference.grid.PointGridSource;
import io.stimloop.inference.objective.Aim;
import io.stimloop.inference.objective.Infomax;
import io.stimloop.inference.psychometric.PsychometricModel;
import io.stimloop.inference.psychometric.PsychometricShape;
import io.stimloop.inference.response.Levels;
import io.stimloop.inference.response.ParameterAxis;
import io.stimloop.inference.response.Priors;
import io.stimloop.numerics.random.Streams;
import io.stimloop.planning.continuous.Axis;
import io.stimloop.planning.continuous.ContinuousPlanner;
import io.stimloop.planning.continuous.Refinement;
import io.stimloop.planning.continuous.SearchedSpace;
import io.stimloop.planning.continuous.StimulusBox;
import io.stimloop.planning.decision.Candidates;
import io.stimloop.planning.decision.Planner;
import io.stimloop.planning.decision.PlanningRequest;
import io.stimloop.planning.design.FixedSequence;
import io.stimloop.planning.movement.MovementLimits;
import io.stimloop.planning.pool.Crew;
import io.stimloop.planning.search.SearchPlanner;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.jspecify.annotations.Nullable;

/** Continuous stimulus spaces of a psychometric function, as they are and as grids of listed stimuli. */
final class PsychometricSpaces {
    private static final int SIDE = 100;
    private static final int QUICK_SIDE = 15;
    private static final int TRIALS_BEFORE = 20;
    private static final long WHOLE_SEARCH_NANOS = 2_000_000_000L;
    private static final long SEED = 29;
    private static final Aim AIM = Aim.of(new Infomax());

    private final int dimensions;
    private final Crew crew;
    private final BeliefSource source;
    private final StimulusBox box;
    private final String name;

    private PsychometricSpaces(int dimensions, Crew crew) {
        this.dimensions = dimensions;
        this.crew = crew;
        List<ParameterAxis> axes = new ArrayList<>(
                List.of(axis("threshold", Levels.linear(-1, 1, 21)), axis("slope", 1, 2, 4, 8)));
        List<String> shifts = new ArrayList<>();
        int values = dimensions == 2 ? 21 : dimensions == 3 ? 7 : 4;
        for (int d = 1; d < dimensions; d++) {
            shifts.add("shift" + d);
            axes.add(axis("shift" + d, Levels.linear(-1, 1, values)));
        }
        axes.add(2, axis("lapse", 0.02));
        double[] none = new double[axes.size()];
        Arrays.fill(none, Double.NaN);
        this.source = new PointGridSource(new PsychometricModel(PsychometricShape.LOGISTIC, 2, shifts), axes,
                none);
        this.box = new StimulusBox(Collections.nCopies(dimensions, new Axis.Linear(-2, 2)));
        this.name = "psychometric function of " + dimensions + " values, "
                + axes.stream().mapToInt(ParameterAxis::size).reduce(1, (a, b) -> a * b) + " points";
    }

    private static ParameterAxis axis(String name, double... values) {
        return new ParameterAxis(name, values, Priors.flat(values.length));
    }

    static List<AnytimeCase> cases(Crew crew, boolean quick) {
        List<AnytimeCase> cases = new ArrayList<>();
        for (int dimensions = 2; dimensions <= (quick ? 2 : 4); dimensions++) {
            PsychometricSpaces space = new PsychometricSpaces(dimensions, crew);
            if (dimensions == 2) {
                double[][] grid = square(quick ? QUICK_SIDE : SIDE);
                String listed = grid.length + " candidates, ";
                cases.add(space.named(listed + "cold order", false, grid, null));
                cases.add(space.named(listed + "order of the last trial", true, grid, null));
            }
            double[][] spread = space.box.spread(dimensions == 2 ? 256 : 1024);
            String sobol = spread.length + " Sobol points";
            cases.add(space.named(sobol + ", BOBYQA", false, spread, Refinement.Method.LOCAL));
            cases.add(space.named(sobol + ", BOBYQA, warm", true, spread, Refinement.Method.LOCAL));
            cases.add(space.named(sobol + ", CMA-ES", false, spread, Refinement.Method.BROAD));
        }
        return cases;
    }

    private static double[][] square(int side) {
        double[] values = Levels.linear(-2, 2, side);
        double[][] rows = new double[side * side][];
        Arrays.setAll(rows, i -> new double[]{values[i / side], values[i % side]});
        return rows;
    }

    /** @param method how to go on between the candidates; null for not at all */
    private AnytimeCase named(String way, boolean warm, double[][] rows,
            Refinement.@Nullable Method method) {
        return new AnytimeCase(name, way, trial -> ready(trial, warm, rows, method));
    }

    /** All trials but the last are presented at random; in the one before, a warm planner has searched everything. */
    private Planner ready(int trial, boolean warm, double[][] rows,
            Refinement.@Nullable Method method) {
        UniformRandomProvider random = Streams.of(SEED, trial, dimensions);
        Belief belief = source.create();
        Truth truth = source.drawTruth(random);
        for (int before = 1; before < TRIALS_BEFORE; before++) {
            learn(belief, truth, random);
        }
        Planner planner = planner(belief, rows, method);
        if (warm) {
            planner.plan(new PlanningRequest(0, System.nanoTime() + WHOLE_SEARCH_NANOS));
            planner.settle();
        }
        learn(belief, truth, random);
        return planner;
    }

    private void learn(Belief belief, Truth truth, UniformRandomProvider random) {
        double[] stimulus = random.doubles(dimensions, -2, 2).toArray();
        double[] response = new double[1];
        truth.respond(stimulus, random, response);
        belief.condition(stimulus, response);
    }

    private Planner planner(Belief belief, double[][] rows,
            Refinement.@Nullable Method method) {
        ResponsePredictor predictor = belief.predictor(rows, Question.INFORMATION);
        Planner listed = new SearchPlanner(predictor, AIM, Candidates.of(rows), new FixedSequence(rows), crew,
                System::nanoTime, PsychometricSpaces::fail);
        if (method == null) {
            return listed;
        }
        double[] any = new double[dimensions];
        Arrays.fill(any, Double.POSITIVE_INFINITY);
        double[] straight = new double[dimensions];
        Arrays.fill(straight, Double.NaN);
        SearchedSpace space = new SearchedSpace(box, new MovementLimits(any, straight), rows, predictor,
                belief.anywhere(Question.INFORMATION).orElseThrow());
        return new ContinuousPlanner(listed, space, AIM,
                new Refinement(method, Refinement.usual(dimensions).starts(),
                        Refinement.usual(dimensions).evaluations()),
                SEED, crew, System::nanoTime, PsychometricSpaces::fail);
    }

    private static void fail(Throwable fault) {
        throw new IllegalStateException("a stimulus could not be evaluated", fault);
    }
}
