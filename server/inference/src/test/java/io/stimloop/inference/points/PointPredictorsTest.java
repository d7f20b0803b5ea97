package io.stimloop.inference.points;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.stimloop.inference.belief.Prediction;
import io.stimloop.inference.belief.Quantity;
import io.stimloop.inference.belief.Question;
import io.stimloop.inference.belief.ResponsePredictor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every answer for every family against the plain way. */
final class PointPredictorsTest {
    private static final double[][] CANDIDATES = {{-1.5}, {0.2}, {1}};
    private static final double[] LINE = {Double.NaN, Double.NaN};
    private static final int FEW = 60;
    private static final int MANY = 3000;

    private static Prediction predict(PointModel model, WeightedPoints points, Question question, int c) {
        ParameterScale scale = ParameterScale.of(LINE, points);
        return PointPredictors.of(model, scale, points, CANDIDATES, question).newView().predict(c);
    }

    @ParameterizedTest
    @EnumSource
    void informationIsThatOfThePlainWay(PointFamily family) {
        PointModel model = new ToyModel(family);
        for (int size : new int[]{FEW, family == PointFamily.COUNT ? MANY : FEW}) {
            WeightedPoints points = new FixedPoints(size, 1);
            for (int c = 0; c < CANDIDATES.length; c++) {
                double plain = new BrutePoints(model, points, CANDIDATES[c]).informationNats();
                assertThat(predict(model, points, Question.INFORMATION, c).informationNats())
                        .isCloseTo(plain, within(1e-9));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void reductionsOfVariancesAreThoseOfThePlainWay(PointFamily family) {
        PointModel model = new ToyModel(family);
        WeightedPoints points = new FixedPoints(family == PointFamily.COUNT ? MANY / 3 : FEW, 2);
        double[] test = {0.7};
        Question question = new Question.VarianceReduction(List.of(new Quantity.Parameter("size", 0, 2),
                new Quantity.Expectation(test, 0, 0.5)));
        double[][] columns = new double[PointColumns.count(model)][points.size()];
        PointColumns.evaluate(model, test, points.parameters(), points.size(), columns);
        double[] sizes = points.parameters()[1];
        for (int c = 0; c < CANDIDATES.length; c++) {
            BrutePoints plain = new BrutePoints(model, points, CANDIDATES[c]);
            double right = 2 * plain.varianceReduction(sizes)
                    / BrutePoints.variance(points.weights(), sizes);
            for (int i = 0; i < (family == PointFamily.CHOICE ? 3 : 1); i++) {
                right += 0.5 * plain.varianceReduction(columns[PointColumns.expected(model, i)]);
            }
            assertThat(predict(model, points, question, c).varianceReduction())
                    .isCloseTo(right, within(1e-8));
        }
    }

    @ParameterizedTest
    @EnumSource
    void reductionsOfTheDeterminantAreThoseOfThePlainWay(PointFamily family) {
        PointModel model = new ToyModel(family);
        WeightedPoints points = new FixedPoints(family == PointFamily.COUNT ? MANY / 3 : FEW, 3);
        Question question = new Question.DeterminantReduction(List.of(), new double[]{3});
        for (int c = 0; c < CANDIDATES.length; c++) {
            double plain = new BrutePoints(model, points, CANDIDATES[c])
                    .determinantReduction(points.parameters()[0], points.parameters()[1]);
            assertThat(predict(model, points, question, c).logDeterminantReduction())
                    .isCloseTo(3 * plain, within(1e-7));
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "CHOICE")
    void expectationsAndExceedancesAreSumsOverThePoints(PointFamily family) {
        PointModel model = new ToyModel(family);
        WeightedPoints points = new FixedPoints(FEW, 4);
        double[][] columns = new double[PointColumns.count(model)][FEW];
        PointColumns.evaluate(model, CANDIDATES[1], points.parameters(), FEW, columns);
        double[] expected = columns[PointColumns.expected(model, 0)];
        Prediction prediction = predict(model, points, new Question.Exceedance(), 1);
        double level = prediction.mean(0) + 0.1;
        double mean = sum(points, k -> expected[k]);
        assertThat(prediction.mean(0)).isCloseTo(mean, within(1e-12));
        assertThat(prediction.variance(0))
                .isCloseTo(BrutePoints.variance(points.weights(), expected), within(1e-12));
        assertThat(prediction.probabilityAbove(0, level))
                .isCloseTo(sum(points, k -> expected[k] > level ? 1 : 0), within(1e-12));
        assertThat(prediction.expectedExcess(0, level))
                .isCloseTo(sum(points, k -> Math.max(0, expected[k] - level)), within(1e-12));
        double greatest = IntStream.range(0, 3)
                .mapToDouble(c -> predict(model, points, new Question.ExpectedResponse(), c).mean(0)).max()
                .orElseThrow();
        assertThat(prediction.greatestMean(0)).isEqualTo(greatest);
    }

    private static double sum(WeightedPoints points, IntToDoubleFunction function) {
        return IntStream.range(0, points.size())
                .mapToDouble(k -> points.weights()[k] * function.applyAsDouble(k)).sum();
    }

    @Test
    void manyTestStimuliAreCarriedByFewCombinationsWithTheSameAnswer() {
        PointModel model = new ToyModel(PointFamily.BINARY);
        WeightedPoints points = new FixedPoints(200, 5);
        List<Quantity> quantities = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            quantities.add(new Quantity.Expectation(new double[]{-3 + 0.02 * i}, 0, 1 + i % 3));
        }
        double all = predict(model, points, new Question.VarianceReduction(quantities), 1)
                .varianceReduction();
        double oneByOne = 0;
        for (Quantity quantity : quantities) {
            oneByOne += predict(model, points, new Question.VarianceReduction(List.of(quantity)), 1)
                    .varianceReduction();
        }
        assertThat(all).isCloseTo(oneByOne, within(1e-7 * oneByOne)).isLessThanOrEqualTo(oneByOne + 1e-12);
    }

    @ParameterizedTest
    @EnumSource
    void aPredictorFollowsPointsThatMove(PointFamily family) {
        PointModel model = new ToyModel(family);
        FixedPoints points = new FixedPoints(FEW, 6);
        ParameterScale scale = ParameterScale.of(LINE, points);
        Question question = new Question.VarianceReduction(
                List.of(new Quantity.Expectation(new double[]{0.3}, 0, 1)));
        for (Question asked : List.of(Question.INFORMATION, question)) {
            ResponsePredictor predictor = PointPredictors.of(model, scale, points, CANDIDATES, asked);
            ResponsePredictor.View view = predictor.newView();
            points.shift(0.4);
            double[] factors = new double[FEW];
            Arrays.setAll(factors, k -> 1 + k % 7);
            points.multiply(factors);
            predictor.refresh();
            Prediction fresh = PointPredictors.of(model, scale, points, CANDIDATES, asked).newView()
                    .predict(2);
            if (asked.equals(question)) {
                assertThat(view.predict(2).varianceReduction()).isEqualTo(fresh.varianceReduction());
            } else {
                assertThat(view.predict(2).informationNats()).isEqualTo(fresh.informationNats());
            }
        }
    }

    @Test
    void theExpectedResponseOfAChoiceAmongThreeIsRefused() {
        PointModel model = new ToyModel(PointFamily.CHOICE);
        WeightedPoints points = new FixedPoints(FEW, 7);
        assertThat(PointPredictors.answers(model, new Question.ExpectedResponse())).isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> predict(model, points, new Question.ExpectedResponse(), 0))
                .withMessageContaining("cannot answer");
    }
}
