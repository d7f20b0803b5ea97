package io.stimloop.inference.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.stimloop.inference.belief.Prediction;
import io.stimloop.inference.belief.Quantity;
import io.stimloop.inference.belief.Question;
import io.stimloop.inference.belief.ResponsePredictor;
import io.stimloop.inference.response.CountNoise;
import io.stimloop.inference.response.Levels;
import io.stimloop.inference.response.Link;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Answers of a map about candidates, against quadrature and against the posterior with one count more. */
class MapPredictionTest {
    private static final double[][] CANDIDATES = MapFixture.candidates(MapFixture.line(Link.EXPONENTIAL, 0));

    private static MapBelief learned(Link link) {
        MapBelief belief = new MapBelief(MapFixture.line(link, 0));
        belief.condition(new double[]{2}, new double[]{4});
        belief.condition(new double[]{7}, new double[]{1});
        belief.condition(new double[]{2}, new double[]{6});
        return belief;
    }

    private static double expectation(MapBelief belief, int candidate, DoubleUnaryOperator of) {
        NormalMixture f = new MapReadings(belief.model(), belief.hypotheses(), belief.seen())
                .mixtures(CANDIDATES)[candidate];
        double sum = 0;
        double total = 0;
        for (int i = -4000; i <= 4000; i++) {
            double z = i * 0.0021;
            double weight = Math.exp(-z * z / 2);
            sum += weight * of.applyAsDouble(belief.model().link().rate(f.means()[0] + z * f.sd()));
            total += weight;
        }
        return sum / total;
    }

    @ParameterizedTest
    @EnumSource(Link.class)
    void momentsAndExcessAreThoseOfTheRate(Link link) {
        MapBelief belief = learned(link);
        ResponsePredictor.View view = belief.predictor(CANDIDATES, new Question.Exceedance()).newView();
        for (int c : new int[]{0, 2, 5}) {
            Prediction prediction = view.predict(c);
            double mean = expectation(belief, c, r -> r);
            assertThat(prediction.mean(0)).isCloseTo(mean, within(1e-5 * mean));
            double variance = expectation(belief, c, r -> (r - mean) * (r - mean));
            assertThat(prediction.variance(0)).isCloseTo(variance, within(1e-4 * variance));
            assertThat(prediction.probabilityAbove(0, 4))
                    .isCloseTo(expectation(belief, c, r -> r > 4 ? 1 : 0), within(1e-3));
            double excess = expectation(belief, c, r -> Math.max(0, r - 4));
            assertThat(prediction.expectedExcess(0, 4)).isCloseTo(excess, within(1e-4 * excess + 1e-6));
        }
        double greatest = IntStream.range(0, CANDIDATES.length).mapToDouble(c -> view.predict(c).mean(0))
                .max()
                .orElseThrow();
        assertThat(view.predict(0).greatestMean(0)).isEqualTo(greatest);
    }

    @Test
    void theReductionOfVarianceIsWhatTheBestLinearEstimateTakesAway() {
        MapBelief belief = learned(Link.EXPONENTIAL);
        ResponsePredictor.View view = belief.predictor(CANDIDATES, question(CANDIDATES)).newView();
        double[][] pair = {CANDIDATES[4], CANDIDATES[4]};
        for (int t = 0; t < CANDIDATES.length; t++) {
            ResponsePredictor.View one = belief.predictor(CANDIDATES, question(CANDIDATES[t])).newView();
            pair[1] = CANDIDATES[t];
            assertThat(one.predict(4).varianceReduction())
                    .isCloseTo(linear(belief, pair), within(1e-10));
        }
        assertThat(view.predict(4).varianceReduction()).isPositive();
    }

    @ParameterizedTest
    @EnumSource(Link.class)
    void ofManyCandidatesTheReductionsWorkedOutTogetherAreThoseOneByOne(Link link) {
        MapBelief belief = learned(link);
        double[][] many = Arrays.stream(Levels.linear(0, 10, 71)).mapToObj(x -> new double[]{x})
                .toArray(double[][]::new);
        List<double[]> backwards = Arrays.asList(many).reversed();
        ResponsePredictor together = belief.predictor(many, question(many));
        ResponsePredictor single = belief.predictor(many, question(backwards.toArray(double[][]::new)));
        belief.condition(new double[]{5}, new double[]{3});
        for (ResponsePredictor predictor : List.of(together, single)) {
            predictor.refresh();
        }
        ResponsePredictor.View one = together.newView();
        ResponsePredictor.View other = single.newView();
        for (int c = 0; c < many.length; c++) {
            double wanted = other.predict(c).varianceReduction();
            assertThat(one.predict(c).varianceReduction()).as("candidate %d", c).isCloseTo(wanted,
                    within(1e-12 * wanted));
        }
    }

    /** By dense algebra: the posterior covariance of f as the Schur complement of the stimuli seen. */
    private static double linear(MapBelief belief, double[][] pair) {
        LaplaceFit fit = belief.hypotheses().get(0).fit();
        FitTable table = new FitTable(Places.of(belief.model().geometry(), pair));
        table.refresh(fit, belief.seen());
        double[][] seen = {{2}, {7}};
        double w2 = 2 * Math.exp(f(belief, 2));
        double w7 = Math.exp(f(belief, 7));
        double a = k(seen[0], seen[0]) + 1 / w2;
        double b = k(seen[0], seen[1]);
        double d = k(seen[1], seen[1]) + 1 / w7;
        double determinant = a * d - b * b;
        double[] x = {k(pair[0], seen[0]), k(pair[0], seen[1])};
        double[] t = {k(pair[1], seen[0]), k(pair[1], seen[1])};
        double learned = (d * x[0] * t[0] - b * (x[0] * t[1] + x[1] * t[0]) + a * x[1] * t[1]) / determinant;
        double covariance = k(pair[0], pair[1]) - learned;
        double rateX = Math.exp(table.mean(0) + table.variance(0) / 2);
        double rateT = Math.exp(table.mean(1) + table.variance(1) / 2);
        double variance = rateX * rateX * table.variance(0) + rateX;
        return rateT * rateT * rateX * rateX * covariance * covariance / variance;
    }

    private static double f(MapBelief belief, double x) {
        FitTable table = new FitTable(Places.of(belief.model().geometry(), new double[][]{{x}}));
        table.refresh(belief.hypotheses().get(0).fit(), belief.seen());
        return table.mean(0);
    }

    private static double k(double[] x, double[] y) {
        return 1.5 * Math.exp(-(x[0] - y[0]) * (x[0] - y[0]) / 8);
    }

    private static Question question(double[]... tests) {
        return new Question.VarianceReduction(Arrays.stream(tests)
                .map(test -> (Quantity) new Quantity.Expectation(test, 0, 1)).toList());
    }

    /** Many spikes: the mode of f is above its mean by about half of one over the count. */
    @Test
    void theExactPosteriorOfTwoStimuliIsNearTheApproximation() {
        MapBelief belief = new MapBelief(MapFixture.line(Link.EXPONENTIAL, 0));
        belief.condition(new double[]{2}, new double[]{40});
        belief.condition(new double[]{4}, new double[]{90});
        double covariance = k(new double[]{2}, new double[]{4});
        double determinant = 1.5 * 1.5 - covariance * covariance;
        double mean = 0;
        double total = 0;
        CountNoise noise = new CountNoise(0);
        for (double f = -4; f < 6; f += 0.02) {
            for (double g = -4; g < 6; g += 0.02) {
                double quadratic = (1.5 * ((f - 1) * (f - 1) + (g - 1) * (g - 1))
                        - 2 * covariance * (f - 1) * (g - 1)) / determinant;
                double weight = Math.exp(-quadratic / 2 + noise.logProbability(40, Math.exp(f))
                        + noise.logProbability(90, Math.exp(g)));
                mean += weight * f;
                total += weight;
            }
        }
        NormalMixture at = new MapReadings(belief.model(), belief.hypotheses(), belief.seen())
                .mixtures(new double[][]{{2}})[0];
        assertThat(at.mean()).isCloseTo(mean / total, within(0.1 * at.sd()));
    }

    @Test
    void whatWasNotAskedForIsRefused() {
        Prediction information = learned(Link.EXPONENTIAL).predictor(CANDIDATES, Question.INFORMATION)
                .newView()
                .predict(0);
        assertThatThrownBy(() -> information.mean(0)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(information::varianceReduction).isInstanceOf(IllegalStateException.class);
        MapSource source = new MapSource(MapFixture.circle());
        assertThat(source.answers(new Question.DeterminantReduction(List.of(), new double[0]))).isFalse();
        assertThat(
                source.answers(
                        new Question.VarianceReduction(List.of(new Quantity.Parameter("f(15)", 0, 1)))))
                .isFalse();
    }
}
