package io.stimloop.planning.pattern;

import static org.assertj.core.api.Assertions.assertThat;

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
import io.stimloop.planning.pool.Crew;
import io.stimloop.planning.pool.Faults;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The search against all patterns of up to 16 targets, for the information that a belief expects of them. */
class InformationPatternTest {
    private static final int BELIEFS = 20;
    private static final double[] POWERS = {2, 5};
    private static final long[] AWAKE = {0};

    @ParameterizedTest
    @EnumSource(Link.class)
    void theMostInformativePatternIsFound(Link link) {
        int found = 0;
        for (int seed = 0; seed < BELIEFS; seed++) {
            int targets = 8 + seed % 9;
            PatternRules rules = Patterns.atMost(targets, 3, POWERS);
            AimValue value = new AimValue(
                    learned(link, targets, seed).anywhere(Question.INFORMATION).orElseThrow(),
                    Aim.of(new Infomax()));
            value.refresh(new double[0]);
            PatternValue.View view = value.newView();
            double optimum = Patterns.all(rules, AWAKE).stream().mapToDouble(view::of).max().orElseThrow();
            PatternSearch search = new PatternSearch(value, rules, 16, Crew.alone(), () -> 0,
                    new Faults(fault -> {
                        throw new IllegalStateException(fault);
                    }));
            search.begin(Patterns.NEVER);
            assertThat(search.run(AWAKE)).isTrue();
            double best = search.valuation().finds().bestValue();
            assertThat(best).isBetween(0.99 * optimum, optimum);
            found += best == optimum ? 1 : 0;
        }
        assertThat(found).as("optima of %d", BELIEFS).isGreaterThanOrEqualTo(BELIEFS - 1);
    }

    private static Belief learned(Link link, int targets, int seed) {
        OptogeneticSource source = source(link, targets);
        UniformRandomProvider random = Streams.of(seed, 0, 7);
        Truth truth = source.drawTruth(random);
        Belief belief = source.create();
        double[] response = new double[2];
        for (int trial = 0; trial < 10 + seed; trial++) {
            double[] stimulus = new double[targets];
            stimulus[random.nextInt(targets)] = POWERS[random.nextInt(2)];
            stimulus[random.nextInt(targets)] = POWERS[random.nextInt(2)];
            truth.respond(stimulus, random, response);
            belief.condition(stimulus, response);
        }
        return belief;
    }

    private static OptogeneticSource source(Link link, int targets) {
        List<String> names = IntStream.range(0, targets).mapToObj(k -> "t" + k).toList();
        Slab slab = link == Link.EXPONENTIAL ? new Slab(1.2, 0.5, 0.25) : new Slab(5, 2, 0.25);
        return new OptogeneticSource(new OptogeneticModel(link, 2, names, new OpsinCurve(4, 2),
                new OptogeneticModel.Bias(0, 0.5), slab), 3);
    }
}
