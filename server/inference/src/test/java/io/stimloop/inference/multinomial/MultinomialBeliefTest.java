package io.stimloop.inference.multinomial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.stimloop.inference.belief.Belief;
import io.stimloop.inference.belief.BeliefSource;
import io.stimloop.inference.belief.ParameterSummary;
import io.stimloop.inference.belief.Question;
import io.stimloop.inference.belief.ResponsePredictor;
import io.stimloop.numerics.random.Streams;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MultinomialBeliefTest {
    private static final Lapse NONE = new Lapse.Known(0);

    static Stream<Multinomial> models() {
        return Stream.of(new Multinomial(2, 1, 2, NONE), new Multinomial(3, 2, 1.5, new Lapse.Known(0.2)),
                new Multinomial(4, 2, 2, new Lapse.Unknown(2, 10)),
                new Multinomial(2, 3, 1, new Lapse.Unknown(1, 1)));
    }

    private static MultinomialBelief belief(Multinomial model) {
        return (MultinomialBelief) new MultinomialSource(model).create();
    }

    private static double[] mode(Belief belief, Multinomial model) {
        return belief.state().array("mode", model.unknown());
    }

    @ParameterizedTest
    @MethodSource("models")
    void standsWhereThePosteriorHasNoSlopeAndItsCurvature(Multinomial model) {
        PlainPosterior plain = PlainPosterior.simulated(model, 80, 0.1, 4);
        MultinomialBelief belief = plain.taught(belief(model));
        double[] mode = mode(belief, model);
        PosteriorPoints points = (PosteriorPoints) belief.points();
        double h = 1e-4;
        for (int i = 0; i < mode.length; i++) {
            assertThat((shifted(plain, mode, i, h, i, 0) - shifted(plain, mode, i, -h, i, 0)) / (2 * h))
                    .isCloseTo(0, within(1e-6));
            for (int j = 0; j <= i; j++) {
                double bend = (shifted(plain, mode, i, h, j, h) - shifted(plain, mode, i, h, j, -h)
                        - shifted(plain, mode, i, -h, j, h) + shifted(plain, mode, i, -h, j, -h))
                        / (4 * h * h);
                double precision = 0;
                for (int c = 0; c <= j; c++) {
                    precision += points.factor().row(i)[c] * points.factor().row(j)[c];
                }
                assertThat(precision).isCloseTo(-bend, within(1e-4 * (1 + Math.abs(bend))));
            }
        }
    }

    private static double shifted(PlainPosterior plain, double[] at, int i, double byI, int j, double byJ) {
        double[] theta = at.clone();
        theta[i] += byI;
        theta[j] += byJ;
        return plain.logDensity(theta);
    }

    @Test
    void agreesWithAFineGridWhereChoicesAreMany() {
        Multinomial model = new Multinomial(2, 1, 2, new Lapse.Known(0.1));
        PlainPosterior plain = PlainPosterior.simulated(model, 400, 0.1, 5);
        MultinomialBelief belief = plain.taught(belief(model));
        int steps = 200;
        double[] sums = new double[5];
        double peak = plain.logDensity(mode(belief, model));
        double logs = 0;
        double cell = 6.0 / steps * 6.0 / steps;
        for (int i = 0; i < steps; i++) {
            for (int j = 0; j < steps; j++) {
                double[] theta = {-3 + 6 * (i + 0.5) / steps, -3 + 6 * (j + 0.5) / steps};
                double log = plain.logDensity(theta) - peak;
                double mass = Math.exp(log) * cell;
                sums[0] += mass;
                logs += mass * log;
                for (int p = 0; p < 2; p++) {
                    sums[1 + p] += mass * theta[p];
                    sums[3 + p] += mass * theta[p] * theta[p];
                }
            }
        }
        for (int p = 0; p < 2; p++) {
            double mean = sums[1 + p] / sums[0];
            double sd = Math.sqrt(sums[3 + p] / sums[0] - mean * mean);
            ParameterSummary found = belief.parameters().get(p);
            // The skewness that the normal density has not shifts the mean by a fraction of an sd.
            assertThat(found.mean()).isCloseTo(mean, within(0.2 * sd));
            assertThat(found.sd()).isCloseTo(sd, within(0.05 * sd));
        }
        assertThat(belief.entropyNats()).isCloseTo(Math.log(sums[0]) - logs / sums[0], within(0.05));
    }

    @ParameterizedTest
    @MethodSource("models")
    void informationIsThatOfVeryManyPoints(Multinomial model) {
        double[][] candidates = new double[6][model.dimensions()];
        for (int c = 0; c < candidates.length; c++) {
            for (int d = 0; d < model.dimensions(); d++) {
                candidates[c][d] = (c * (d + 2) % 7 - 3) / 1.5;
            }
        }
        for (int trials : new int[]{0, 60}) {
            PlainPosterior plain = PlainPosterior.simulated(model, trials, 0.1, 6);
            MultinomialBelief belief = plain.taught(belief(model));
            ResponsePredictor predictor = belief.predictor(candidates, Question.INFORMATION);
            for (int c = 0; c < candidates.length; c++) {
                double many = information(plain, belief, candidates[c]);
                assertThat(predictor.newView().predict(c).informationNats())
                        .isCloseTo(many, within(0.02 * many + 0.003));
            }
        }
    }

    private static double information(PlainPosterior plain, Belief belief, double[] stimulus) {
        int draws = 40_000;
        double[] mean = new double[plain.model().alternatives()];
        double conditional = 0;
        for (int i = 0; i < draws; i++) {
            double[] drawn = belief.draw(0, Streams.of(9, i, 0));
            double[] p = plain.probabilities(drawn, drawn[drawn.length - 1], stimulus);
            for (int k = 0; k < p.length; k++) {
                mean[k] += p[k] / draws;
            }
            conditional += entropy(p) / draws;
        }
        return entropy(mean) - conditional;
    }

    private static double entropy(double[] p) {
        return Arrays.stream(p).map(each -> each > 0 ? -each * Math.log(each) : 0).sum();
    }

    @Test
    void drawsHaveTheMomentsThatAreReported() {
        Multinomial model = new Multinomial(3, 1, 1, new Lapse.Unknown(2, 8));
        Belief belief = PlainPosterior.simulated(model, 50, 0.1, 7).taught(belief(model));
        int draws = 20_000;
        for (int p = 0; p <= model.weights(); p++) {
            ParameterSummary found = belief.parameters().get(p);
            double sum = 0;
            double squares = 0;
            for (int i = 0; i < draws; i++) {
                double off = belief.draw(0, Streams.of(3, i, p))[p] - found.mean();
                sum += off / draws;
                squares += off * off / draws;
            }
            assertThat(sum).isCloseTo(0, within(0.05 * found.sd()));
            assertThat(Math.sqrt(squares)).isCloseTo(found.sd(), within(0.04 * found.sd()));
        }
    }

    @Test
    void restoredBeliefGoesOnLikeTheOldOneAndCopiesLearnApart() {
        Multinomial model = new Multinomial(3, 2, 1.5, new Lapse.Unknown(1, 9));
        BeliefSource source = new MultinomialSource(model);
        PlainPosterior plain = PlainPosterior.simulated(model, 30, 0.1, 8);
        Belief belief = plain.taught(source.create());
        Belief restored = source.restore(belief.state());
        Belief copy = belief.copy();
        double before = belief.entropyNats();
        assertThat(restored.entropyNats()).isEqualTo(before);
        plain.taught(restored);
        plain.taught(copy);
        assertThat(belief.entropyNats()).isEqualTo(before);
        assertThat(copy.state().arrays()).usingRecursiveComparison().isEqualTo(restored.state().arrays());
        assertThat(copy.parameters()).usingRecursiveComparison().isEqualTo(restored.parameters());
        assertThat(plain.taught(belief).entropyNats()).isEqualTo(copy.entropyNats());
    }

    @Test
    void stateOfAnotherModelIsRefused() {
        Belief belief = belief(new Multinomial(3, 2, 1, NONE));
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new MultinomialSource(new Multinomial(2, 2, 1, NONE)).restore(belief.state()))
                .withMessage("mode: has 6 numbers; this model needs 3");
    }

    @Test
    void perfectSeparationStaysFiniteAndIsTold() {
        Multinomial model = new Multinomial(2, 1, 10, NONE);
        Belief belief = belief(model);
        assertThat(belief.warnings()).isEmpty();
        for (int i = 0; i < 1000; i++) {
            double x = i % 9 - 4 + 0.5;
            belief.condition(new double[]{x}, new double[]{x > 0 ? 0 : 1});
        }
        ParameterSummary slope = belief.parameters().get(1);
        assertThat(slope.mean()).isBetween(5.0, 40.0);
        assertThat(slope.sd()).isBetween(1.0, 10.0);
        assertThat(belief.entropyNats()).isFinite();
        assertThat(belief.warnings()).singleElement().asString().contains("perfect separation");
    }

    @Test
    void aStimulusTenThousandTimesLeavesItProper() {
        Multinomial model = new Multinomial(2, 3, 1, new Lapse.Unknown(1, 1));
        Belief belief = belief(model);
        double[] stimulus = new double[model.dimensions()];
        Arrays.fill(stimulus, 1);
        for (int i = 0; i < 10_000; i++) {
            belief.condition(stimulus, new double[]{i % 4 == 3 ? 0 : 1});
        }
        assertThat(belief.entropyNats()).isFinite();
        assertThat(belief.parameters()).allSatisfy(parameter -> assertThat(parameter.sd()).isFinite());
        // Lapses and weights explain one probability together: a curved ridge, of which the normal density is a tangent.
        assertThat(belief.forecast(stimulus).probability(0, 0)).isCloseTo(0.25, within(0.06));
    }

    @Test
    void lapsesAgainstTheCurrentOfAllElseLeaveItProper() {
        Multinomial model = new Multinomial(4, 2, 5, new Lapse.Known(0.2));
        Belief belief = belief(model);
        UniformRandomProvider random = Streams.of(2, 0, 0);
        for (int i = 0; i < 300; i++) {
            double[] stimulus = {random.nextInt(11) - 5, random.nextInt(11) - 5};
            int right = stimulus[0] > 0 ? stimulus[1] > 0 ? 0 : 1 : stimulus[1] > 0 ? 2 : 3;
            belief.condition(stimulus, new double[]{random.nextDouble() < 0.3 ? random.nextInt(4) : right});
            assertThat(belief.entropyNats()).isFinite();
        }
    }

    @Test
    void truthMayLapseOtherwiseThanTheModelKnows() {
        MultinomialSource source = new MultinomialSource(new Multinomial(2, 1, 1, NONE));
        Map<String, Double> values = new TreeMap<>(
                Map.of("weight[0][0]", 0.0, "weight[0][1]", 50.0, "lapse", 0.2));
        assertThat(source.truth(values).expected(0, new double[]{1})).isCloseTo(0.1, within(1e-12));
        values.put("lapse", 1.5);
        assertThatIllegalArgumentException().isThrownBy(() -> source.truth(values))
                .withMessage("lapse: 1.5 must be from 0 to 1");
    }

    @Test
    void probabilitiesAreThoseOfTheEquation() {
        Multinomial model = new Multinomial(4, 2, 1, new Lapse.Unknown(1, 1));
        PlainPosterior plain = PlainPosterior.simulated(model, 0, 0, 1);
        double[][] parameters = new double[10][3];
        double[][] out = new double[5][3];
        for (int k = 0; k < 3; k++) {
            for (int p = 0; p < 9; p++) {
                parameters[p][k] = (p * 5 + k * 3) % 7 - 3;
            }
            parameters[9][k] = 0.15 * k;
        }
        model.evaluate(new double[]{0.7, -1.3}, parameters, 3, out);
        for (int k = 0; k < 3; k++) {
            int point = k;
            double[] theta = Arrays.stream(parameters).mapToDouble(values -> values[point]).toArray();
            double[] right = plain.probabilities(theta, theta[9], new double[]{0.7, -1.3});
            for (int r = 0; r < 4; r++) {
                assertThat(out[r][k]).isCloseTo(right[r], within(1e-14));
            }
        }
    }
}
