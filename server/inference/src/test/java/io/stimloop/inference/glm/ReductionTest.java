package io.stimloop.inference.glm;

import static org.assertj.core.api.Assertions.assertThat;

import io.stimloop.inference.belief.Quantity;
import io.stimloop.inference.belief.Question;
import io.stimloop.inference.belief.ResponsePredictor;
import io.stimloop.inference.response.Link;
import io.stimloop.numerics.special.NormalQuadrature;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Expected reductions against what the update itself does, averaged over eta at the candidate by brute force. */
class ReductionTest {
    private static final double[][] CANDIDATES = Models.sphere(6, 4, 1.5, 8);

    @ParameterizedTest
    @EnumSource(Link.class)
    void varianceOfParametersFallsAsTheRankOneUpdateSays(Link link) {
        GlmBelief belief = learned(link);
        GlmModel model = belief.model();
        ResponsePredictor predictor = belief.predictor(CANDIDATES,
                new Question.VarianceReduction(List.of(new Quantity.Parameter("filter[1]", 0, 1),
                        new Quantity.Parameter("bias", 0, 3))));
        predictor.refresh();
        for (int i = 0; i < CANDIDATES.length; i++) {
            double expected = reduction(belief, CANDIDATES[i], covariance -> covariance[1][1]
                    / model.priorVariance(1) + 3 * covariance[4][4] / model.priorVariance(4));
            assertThat(predictor.newView().predict(i).varianceReduction()).isCloseTo(expected,
                    Percentage.withPercentage(1e-4));
        }
    }

    @ParameterizedTest
    @EnumSource(Link.class)
    void halfTheLogDeterminantFallsAsTheRankOneUpdateSays(Link link) {
        GlmBelief belief = learned(link);
        ResponsePredictor some = belief.predictor(CANDIDATES,
                new Question.DeterminantReduction(List.of("filter[1]", "bias"), new double[0]));
        ResponsePredictor all = belief.predictor(CANDIDATES,
                new Question.DeterminantReduction(List.of(), new double[0]));
        some.refresh();
        all.refresh();
        for (int i = 0; i < CANDIDATES.length; i++) {
            double expected = reduction(belief, CANDIDATES[i], c -> 0.5
                    * StrictMath.log(c[1][1] * c[4][4] - c[1][4] * c[1][4]));
            assertThat(some.newView().predict(i).logDeterminantReduction()).isCloseTo(expected,
                    Percentage.withPercentage(1e-4));
            assertThat(all.newView().predict(i).logDeterminantReduction())
                    .isGreaterThanOrEqualTo(expected);
        }
    }

    @ParameterizedTest
    @EnumSource(Link.class)
    void varianceOfAnExpectedCountFallsByNoMoreThanThereIs(Link link) {
        GlmBelief belief = learned(link);
        ResponsePredictor predictor = belief.predictor(CANDIDATES,
                new Question.VarianceReduction(List.of(new Quantity.Expectation(CANDIDATES[0], 0, 1))));
        ResponsePredictor present = belief.predictor(CANDIDATES, new Question.ExpectedResponse());
        predictor.refresh();
        present.refresh();
        double variance = present.newView().predict(0).variance(0);
        for (int i = 0; i < CANDIDATES.length; i++) {
            assertThat(predictor.newView().predict(i).varianceReduction()).isBetween(0.0, variance);
        }
        // A count at the test stimulus itself tells most about it.
        int best = IntStream.range(0, CANDIDATES.length).boxed()
                .max((a, b) -> Double.compare(predictor.newView().predict(a).varianceReduction(),
                        predictor.newView().predict(b).varianceReduction()))
                .orElseThrow();
        assertThat(predictor.newView().predict(0).varianceReduction())
                .isGreaterThan(0.5 * predictor.newView().predict(best).varianceReduction());
    }

    /** E over eta of f(C) - f(C after a trial of expected information J(eta)). */
    private static double reduction(GlmBelief belief, double[] stimulus, ToDoubleFunction<double[][]> f) {
        int size = belief.model().size();
        double[] x = new double[8];
        System.arraycopy(stimulus, 0, x, 0, 4);
        belief.earlier().writeTail(0, x, 4);
        UnitPosterior posterior = belief.posterior(0);
        double[] g = new double[8];
        posterior.covariance().multiply(x, g);
        double m = 0;
        double v = 0;
        for (int i = 0; i < size; i++) {
            m += posterior.mean()[i] * x[i];
            v += g[i] * x[i];
        }
        NormalQuadrature rule = NormalQuadrature.gaussHermite(40);
        double sum = 0;
        for (int k = 0; k < rule.size(); k++) {
            double j = PoissonScore.expectedInformation(belief.model().link(),
                    m + StrictMath.sqrt(v) * rule.nodes()[k]);
            sum += rule.weights()[k] * (f.applyAsDouble(covariance(posterior, g, 0, size))
                    - f.applyAsDouble(covariance(posterior, g, j / (1 + j * v), size)));
        }
        return sum;
    }

    private static double[][] covariance(UnitPosterior posterior, double[] g, double less, int size) {
        double[][] rows = new double[size][size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                rows[i][j] = posterior.covariance().get(i, j) - less * g[i] * g[j];
            }
        }
        return rows;
    }

    private static GlmBelief learned(Link link) {
        GlmBelief belief = new GlmBelief(Models.whole(link, 1, 4, 0));
        for (int trial = 0; trial < 12; trial++) {
            belief.condition(CANDIDATES[trial % 6], new double[]{trial % 4});
        }
        return belief;
    }
}
