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
final class DeterminantAnswers implements Answers {
    private final OptogeneticBelief belief;
    private final double[] weights;
    private final int[] chosen;
    private final LowerTriangle[] factors;

    DeterminantAnswers(OptogeneticBelief belief, Question.DeterminantReduction question) {
        this.belief = belief;
        this.weights = question.weights();
        this.chosen = chosen(belief.model(), question);
        this.factors = new LowerTriangle[belief.units()];
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
            Covariance covariance = belief.posterior(unit).covariance();
            for (int i = 0; i < chosen.length; i++) {
                for (int j = 0; j <= i; j++) {
                    factors[unit].row(i)[j] = covariance.get(chosen[i], chosen[j]);
                }
            }
            factors[unit].factor(chosen.length);
        }
    }

    @Override
    public View newView(DriveMoments moments, NormalExpectations expectations) {
        return new DeterminantView(moments,
                new DriveProducts(moments, chosen, DriveRows.of(belief.model(), new double[0][])),
                factors, chosen.length, weights, expectations);
    }

    @Override
    public long bytes() {
        return factors.length * LowerTriangle.bytes(chosen.length);
    }
}
