package io.stimloop.benchmarks;

import io.stimloop.inference.belief.Belief;
import io.stimloop.inference.belief.Question;
import io.stimloop.inference.belief.ResponsePredictor;
import io.stimloop.inference.belief.Truth;
import io.stimloop.inference.glm.FilterPrior;
import io.stimloop.inference.glm.GlmModel;
import io.stimloop.inference.glm.GlmSource;
import io.stimloop.inference.objective.Aim;
import io.stimloop.inference.objective.Infomax;
import io.stimloop.inference.response.Link;
import io.stimloop.numerics.random.Streams;
import io.stimloop.planning.decision.Candidates;
import io.stimloop.planning.decision.Planner;
import io.stimloop.planning.design.FixedSequence;
import io.stimloop.planning.pool.Crew;
import io.stimloop.planning.search.SearchPlanner;
import io.stimloop.planning.search.WholeBallPlanner;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.UnitSphereSampler;

/** Stimuli of many numbers and bounded length, for a glm: candidates on the sphere, and the whole ball. */
final class BallSpace {
    private static final double NORM = 3;
    private static final double VARIANCE = 1 / 16.0;
    private static final int TRIALS_BEFORE = 20;
    private static final long SEED = 31;

    private final int size;
    private final double[][] candidates;
    private final GlmSource source;
    private final Crew crew;

    private BallSpace(int size, int count, Crew crew) {
        this.size = size;
        this.crew = crew;
        UnitSphereSampler sphere = UnitSphereSampler.of(Streams.of(SEED, size, 0), size);
        this.candidates = new double[count][];
        Arrays.setAll(candidates,
                i -> Arrays.stream(sphere.sample()).map(value -> NORM * value).toArray());
        this.source = new GlmSource(
                GlmModel.ofFilter(Link.EXPONENTIAL, new FilterPrior.Independent(new double[size], VARIANCE)));
    }

    static List<AnytimeCase> cases(Crew crew, boolean quick) {
        BallSpace space = quick ? new BallSpace(16, 50, crew) : new BallSpace(100, 1000, crew);
        String name = "glm of " + space.size + " weights";
        String listed = space.candidates.length + " candidates";
        return List.of(new AnytimeCase(name, listed, trial -> space.ready(trial, false)),
                new AnytimeCase(name, listed + ", whole ball", trial -> space.ready(trial, true)));
    }

    private Planner ready(int trial, boolean wholeBall) {
        UniformRandomProvider random = Streams.of(SEED, trial, 1);
        Belief belief = source.create();
        Truth cell = source.drawTruth(random);
        ResponsePredictor predictor = belief.predictor(candidates, Question.INFORMATION);
        double[] response = new double[1];
        for (int before = 0; before < TRIALS_BEFORE; before++) {
            double[] stimulus = candidates[random.nextInt(candidates.length)];
            cell.respond(stimulus, random, response);
            belief.condition(stimulus, response);
            predictor.refresh();
        }
        Aim aim = Aim.of(new Infomax());
        Planner listed = new SearchPlanner(predictor, aim, Candidates.of(candidates),
                new FixedSequence(candidates), crew, System::nanoTime, BallSpace::fail);
        return wholeBall
                ? new WholeBallPlanner(listed, predictor.ballSearch(NORM).orElseThrow(), aim.objective(),
                        System::nanoTime)
                : listed;
    }

    private static void fail(Throwable fault) {
        throw new IllegalStateException("a stimulus could not be evaluated", fault);
    }
}
