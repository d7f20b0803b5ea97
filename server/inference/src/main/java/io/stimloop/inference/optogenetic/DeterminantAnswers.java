package io.stimloop.inference.optogenetic;

import io.stimloop.inference.belief.Question;
import io.stimloop.inference.belief.ResponsePredictor.View;
import io.stimloop.inference.glm.Covariance;
import io.stimloop.inference.glm.DeterminantView;
import io.stimloop.inference.glm.NormalExpectations;
import io.stimloop.numerics.linear.LowerTriangle;
import java.util.List;

/**
 * By how much a count lowers half the log determinant of the covariance of some weights: {@link DeterminantView}.
 * Whether a target is connected is to a normal belief a multiple of its weight, and has the same determinant but for a
 * constant: it stands for its weight.
 */
final class DeterminantAnswers implements OptogeneticPredictor.Answers {
    private final DriveMoments moments;
    private final double[] weights;
    private final int[] chosen;
    private final LowerTriangle[] factors;

    DeterminantAnswers(DriveMoments moments, Question.DeterminantReduction question) {
        this.moments = moments;
        this.weights = question.weights();
        this.chosen = chosen(moments.belief().model(), question);
        this.factors = new LowerTriangle[moments.units()];
        for (int unit = 0; unit < factors.length; unit++) {
            factors[unit] = new LowerTriangle();
            factors[unit].ensure(chosen.length);
        }
    }

    private static int[] chosen(OptogeneticModel model, Question.DeterminantReduction question) {
        List<String> names = model.parameterNames();
        return question.parameters().stream().mapToInt(name -> model.weightOf(names.indexOf(name))).distinct()
                .toArray();
    }

    static long bytes(OptogeneticModel model, Question.DeterminantReduction question) {
        return model.units() * LowerTriangle.bytes(chosen(model, question).length);
    }

    @Override
    public void refresh() {
        for (int unit = 0; unit < factors.length; unit++) {
            Covariance covariance = moments.belief().posterior(unit).covariance();
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
                new DriveProducts(moments, chosen, DriveRows.of(moments.belief().model(), new double[0][])),
                factors, chosen.length, weights, expectations);
    }

    @Override
    public long bytes() {
        return factors.length * LowerTriangle.bytes(chosen.length);
    }
}
