package io.stimloop.inference.glm;

import io.stimloop.inference.belief.Question;
import io.stimloop.inference.belief.ResponsePredictor.View;
import io.stimloop.numerics.linear.LowerTriangle;
import java.util.List;

/**
 * By how much a count lowers half the log determinant of the covariance of some of its neuron's weights:
 * {@link DeterminantView}. The factor of the covariance is made anew in every refresh, which takes O(n^3) for n
 * weights.
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
            WeightCovariance covariance = moments.belief().posterior(unit).covariance();
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
        return new DeterminantView(moments,
                (unit, candidate, function) -> products[unit].covariance(candidate, function), factors,
                chosen.length, question.weights(), expectations);
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
}
