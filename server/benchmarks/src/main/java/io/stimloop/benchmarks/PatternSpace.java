package io.stimloop.benchmarks;

import io.stimloop.inference.belief.Belief;
import io.stimloop.inference.belief.Question;
import io.stimloop.inference.belief.Truth;
import io.stimloop.inference.objective.Aim;
import io.stimloop.inference.objective.Infomax;
import io.stimloop.inference.optogenetic.OpsinCurve;
import io.stimloop.inference.optogenetic.OptogeneticModel;
import io.stimloop.inference.optogenetic.OptogeneticSource;
import io.stimloop.inference.optogenetic.Slab;
import io.stimloop.inference.response.Link;
import io.stimloop.numerics.random.Streams;
import io.stimloop.planning.decision.Candidates;
import io.stimloop.planning.decision.Planner;
import io.stimloop.planning.design.FixedSequence;
import io.stimloop.planning.pattern.AimValue;
import io.stimloop.planning.pattern.Conflicts;
import io.stimloop.planning.pattern.PatternPlanner;
import io.stimloop.planning.pattern.PatternRules;
import io.stimloop.planning.pattern.Rest;
import io.stimloop.planning.pool.Crew;
import io.stimloop.planning.search.SearchPlanner;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Patterns of light over targets on a line, up to ten at once and none next to another, for four neurons: all single
 * targets, and all patterns.
 */
final class PatternSpace {
    private static final double[] POWERS = {2, 5, 10};
    private static final int MOST_ON = 10;
    private static final double MOST_TOTAL = 60;
    private static final int BEAM_WIDTH = 16;
    private static final int NEURONS = 4;
    private static final int TRIALS_BEFORE = 20;
    private static final long SEED = 37;

    private final PatternRules rules;
    private final double[][] singles;
    private final OptogeneticSource source;
    private final Crew crew;
    /** By trial: what is believed then. It takes seconds to learn. */
    private final Map<Integer, Belief> beliefs = new HashMap<>();

    private PatternSpace(int targets, Crew crew) {
        this.crew = crew;
        double[] most = new double[targets];
        Arrays.fill(most, Double.POSITIVE_INFINITY);
        rules = new PatternRules(POWERS, most, MOST_ON, MOST_TOTAL,
                Conflicts.where(targets, (a, b) -> b - a == 1), false);
        singles = new double[targets * POWERS.length][targets];
        for (int i = 0; i < singles.length; i++) {
            singles[i][i / POWERS.length] = POWERS[i % POWERS.length];
        }
        List<String> names = IntStream.range(0, targets).mapToObj(k -> "t" + k).toList();
        source = new OptogeneticSource(new OptogeneticModel(Link.EXPONENTIAL, NEURONS, names,
                new OpsinCurve(4, 2), new OptogeneticModel.Bias(0, 0.5), new Slab(1, 0.5, 0.1)), MOST_ON);
    }

    static List<AnytimeCase> cases(Crew crew, boolean quick) {
        PatternSpace space = new PatternSpace(quick ? 20 : 1000, crew);
        String name = "light at " + space.rules.targets() + " targets";
        return List.of(new AnytimeCase(name, "single targets", trial -> space.ready(trial, false)),
                new AnytimeCase(name, "all patterns", trial -> space.ready(trial, true)));
    }

    private Belief learned(int trial) {
        UniformRandomProvider random = Streams.of(SEED, trial, 1);
        Belief belief = source.create();
        Truth cells = source.drawTruth(random);
        double[] response = new double[NEURONS];
        for (int before = 0; before < TRIALS_BEFORE; before++) {
            double[] stimulus = singles[random.nextInt(singles.length)];
            cells.respond(stimulus, random, response);
            belief.condition(stimulus, response);
        }
        return belief;
    }

    private Planner ready(int trial, boolean allPatterns) {
        Belief belief = beliefs.computeIfAbsent(trial, this::learned).copy();
        Aim aim = Aim.of(new Infomax());
        Planner listed = new SearchPlanner(belief.predictor(singles, Question.INFORMATION), aim,
                Candidates.of(singles), new FixedSequence(singles), crew, System::nanoTime,
                PatternSpace::fail);
        return allPatterns
                ? new PatternPlanner(listed, singles,
                        new AimValue(belief.anywhere(Question.INFORMATION).orElseThrow(), aim), rules,
                        new Rest(new long[rules.targets()]), BEAM_WIDTH, crew, System::nanoTime,
                        PatternSpace::fail)
                : listed;
    }

    private static void fail(Throwable fault) {
        throw new IllegalStateException("a pattern could not be valued", fault);
    }
}
