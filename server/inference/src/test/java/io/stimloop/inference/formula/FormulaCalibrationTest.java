package io.stimloop.inference.formula;

import static org.assertj.core.api.Assertions.assertThat;

import io.stimloop.inference.belief.Belief;
import io.stimloop.inference.belief.BeliefSource;
import io.stimloop.inference.belief.Truth;
import io.stimloop.inference.grid.PointGridSource;
import io.stimloop.inference.particle.ParticleSettings;
import io.stimloop.inference.particle.ParticleSource;
import io.stimloop.inference.points.PointFamily;
import io.stimloop.inference.response.Densities;
import io.stimloop.inference.response.ParameterAxis;
import io.stimloop.inference.response.Priors;
import io.stimloop.numerics.random.Streams;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Simulation-based calibration (Talts et al. 2018, arXiv 1804.06788) of formulas of every kind of response: truths
 * drawn from the prior rank uniformly among draws from the posterior, equal ones in random order. Chi-square over
 * {@value #BINS} ranks; right beliefs fail one of these twelve comparisons with a probability of 0.1%.
 */
final class FormulaCalibrationTest {
    private static final int REPEATS = 300;
    private static final int TRIALS = 12;
    private static final int BINS = 10;
    /** The 1 - 1e-4 quantile of chi-square with 9 degrees of freedom. */
    private static final double LIMIT = 33.72;

    private static Stream<Arguments> beliefs() throws FormulaFault {
        List<FormulaModel> models = List.of(
                model(PointFamily.COUNT, "3 + 4 * exp(a * x)", "b"),
                model(PointFamily.BINARY, "b / 2 + (1 - b) * logistic(3 * (x - a))"),
                model(PointFamily.CHOICE, "0", "2 * a * x", "b"),
                model(PointFamily.NORMAL, "sin(a + x)", "b"),
                model(PointFamily.LOG_NORMAL, "exp(a * x)", "0.2 + b"));
        List<Arguments> all = new ArrayList<>();
        models.forEach(model -> all.add(Arguments.of("grid " + model.family(), grid(model))));
        all.add(Arguments.of("particles " + PointFamily.NORMAL, particles(models.get(3))));
        return all.stream();
    }

    private static FormulaModel model(PointFamily family, String... texts) throws FormulaFault {
        List<Formula> formulas = new ArrayList<>();
        for (String text : texts) {
            formulas.add(Formula.parse(text, List.of("x"), List.of("a", "b")));
        }
        return new FormulaModel(family, List.of("a", "b"), formulas);
    }

    private static BeliefSource grid(FormulaModel model) {
        double[] as = IntStream.range(0, 21).mapToDouble(i -> -1 + 0.1 * i).toArray();
        double[] bs = {0.05, 0.1, 0.2, 0.4, 0.6, 0.9};
        return new PointGridSource(model,
                List.of(new ParameterAxis("a", as, Priors.normal(as, 0, 0.7)),
                        new ParameterAxis("b", bs, Priors.flat(bs.length))),
                new double[]{Double.NaN, Double.NaN});
    }

    private static BeliefSource particles(FormulaModel model) {
        return new ParticleSource(model, List.of(Densities.normal(0, 0.7), Densities.uniform(0.05, 0.9)),
                new ParticleSettings(300, 0.5, 3, 5));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("beliefs")
    void truthsRankUniformlyAmongDraws(String name, BeliefSource source) {
        int[][] ranks = new int[2][BINS];
        for (int repeat = 0; repeat < REPEATS; repeat++) {
            UniformRandomProvider random = Streams.of(31, repeat, 0);
            Truth truth = source.drawTruth(random);
            Belief belief = source.create();
            double[] response = new double[1];
            for (int trial = 0; trial < TRIALS; trial++) {
                double[] stimulus = {trial % 4 - 1.5};
                truth.respond(stimulus, random, response);
                belief.condition(stimulus, response);
            }
            count(ranks, belief, truth.parameters(0), random);
        }
        assertThat(chiSquare(ranks[0])).as("a").isLessThan(LIMIT);
        assertThat(chiSquare(ranks[1])).as("b").isLessThan(LIMIT);
    }

    private static void count(int[][] ranks, Belief belief, double[] truth, UniformRandomProvider random) {
        int[] below = new int[truth.length];
        double[] place = random.doubles(truth.length).toArray();
        for (int draw = 0; draw < BINS - 1; draw++) {
            double[] drawn = belief.draw(0, random);
            for (int p = 0; p < truth.length; p++) {
                boolean first = drawn[p] == truth[p] ? random.nextDouble() < place[p] : drawn[p] < truth[p];
                below[p] += first ? 1 : 0;
            }
        }
        for (int p = 0; p < truth.length; p++) {
            ranks[p][below[p]]++;
        }
    }

    private static double chiSquare(int[] counts) {
        double expected = (double) REPEATS / BINS;
        double sum = 0;
        for (int count : counts) {
            sum += (count - expected) * (count - expected) / expected;
        }
        return sum;
    }
}
