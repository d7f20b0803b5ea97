package io.stimloop.inference.glm;

import io.stimloop.inference.belief.Prediction;
import io.stimloop.inference.belief.Question;
import io.stimloop.inference.belief.ResponsePredictor.View;
import io.stimloop.numerics.linear.LowerTriangle;
import java.util.List;

/**
 * By how much a count lowers half the log determinant of the covariance S of some of its neuron's weights. With
 * {@code k = s'S^-1 s}, s the covariances of these weights with eta, it is
 * {@code E[ln(1 + v J) - ln(1 + (v - k) J)] / 2}: exact under the rank-one update. The factor of S is made anew in
 * every refresh, which takes O(n^3) for n weights.
 */
final class DeterminantAnswers implements GlmPredictor.Answers {
    private final GlmMoments moments;
    private final Question.DeterminantReduction question;
    private final int[] chosen;
    private final UnitProducts[] products;
    private final LowerTriangle[] factors;

    DeterminantAnswers(GlmMoments moments, Question.DeterminantReduction question) {
        this.moments = moments;
        this.question = question;
        GlmModel model = moments.belief().model();
        List<String> names = model.parameterNames();
        this.chosen = question.parameters().stream().distinct().mapToInt(names::indexOf).toArray();
        this.products = new UnitProducts[model.units()];
        this.factors = new LowerTriangle[model.units()];
        for (int unit = 0; unit < products.length; unit++) {
            products[unit] = new UnitProducts(model, moments.rows(), chosen, new double[0][]);
            factors[unit] = new LowerTriangle();
            factors[unit].ensure(chosen.length);
        }
        moments.accompany(new ProductsCompanion(products));
    }

    @Override
    public void refresh() {
        for (int unit = 0; unit < products.length; unit++) {
            Covariance covariance = moments.belief().posterior(unit).covariance();
            products[unit].refreshTail(covariance, moments.belief().tail(unit), moments.unit(unit));
            for (int i = 0; i < chosen.length; i++) {
                for (int j = 0; j <= i; j++) {
                    factors[unit].row(i)[j] = covariance.get(chosen[i], chosen[j]);
                }
            }
            factors[unit].factor(chosen.length);
        }
    }

    @Override
    public View newView(NormalExpectations expectations) {
        return new DeterminantView(expectations);
    }

    @Override
    public GlmPredictor.Answers over(GlmMoments other) {
        DeterminantAnswers answers = new DeterminantAnswers(other, question);
        for (int unit = 0; unit < products.length; unit++) {
            answers.products[unit].copyFrom(products[unit]);
        }
        return answers;
    }

    @Override
    public long bytes() {
        return products.length * (products[0].bytes() + LowerTriangle.bytes(chosen.length));
    }

    private final class DeterminantView implements View, Prediction {
        private final NormalExpectations expectations;
        private final double[] solved = new double[chosen.length];
        private int candidate;

        DeterminantView(NormalExpectations expectations) {
            this.expectations = expectations;
        }

        @Override
        public Prediction predict(int index) {
            candidate = index;
            return this;
        }

        @Override
        public int units() {
            return products.length;
        }

        @Override
        public double logDeterminantReduction() {
            double sum = 0;
            for (int unit = 0; unit < products.length; unit++) {
                if (moments.belief().includes(unit)) {
                    sum += Question.weight(question.weights(), unit) * reduction(unit);
                }
            }
            return sum;
        }

        private double reduction(int unit) {
            double m = moments.unit(unit).mean(candidate);
            double v = moments.unit(unit).variance(candidate);
            double explained = 0;
            for (int i = 0; i < solved.length; i++) {
                solved[i] = products[unit].covariance(candidate, i);
            }
            factors[unit].solve(solved, solved.length);
            for (double part : solved) {
                explained += part * part;
            }
            double rest = Math.max(0, v - explained);
            return Math.max(0,
                    expectations.informationNats(m, v) - expectations.informationNats(m, v, rest));
        }
    }
}
