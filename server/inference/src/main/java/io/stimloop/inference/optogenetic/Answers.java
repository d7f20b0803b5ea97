package io.stimloop.inference.optogenetic;

import io.stimloop.inference.belief.Question;
import io.stimloop.inference.belief.ResponsePredictor.View;
import io.stimloop.inference.glm.InformationView;
import io.stimloop.inference.glm.NormalExpectations;
import io.stimloop.inference.glm.ResponseView;
import java.util.Arrays;

/** A way to the answers to one question of a belief, at whichever stimuli the moments of eta are known. */
interface Answers {
    /** Takes up the belief as it is now. */
    default void refresh() {}

    /** A view for one thread. */
    View newView(DriveMoments moments, NormalExpectations expectations);

    /** Bytes held. */
    default long bytes() {
        return 0;
    }

    /** Those to a question that do not depend on which stimuli are candidates. */
    static Answers of(OptogeneticBelief belief, Question question) {
        return switch (question) {
            case Question.Information(double[] weights) -> information(weights);
            case Question.ExpectedResponse() -> expectation(belief);
            case Question.Exceedance() -> expectation(belief);
            case Question.VarianceReduction reduction -> new VarianceAnswers(belief, reduction.quantities());
            case Question.DeterminantReduction reduction -> reduction.parameters().isEmpty()
                    ? information(reduction.weights())
                    : new DeterminantAnswers(belief, reduction);
        };
    }

    private static Answers information(double[] weights) {
        return (moments, expectations) -> new InformationView(moments, weights, expectations);
    }

    private static Answers expectation(OptogeneticBelief belief) {
        double[] unknown = new double[belief.units()];
        Arrays.fill(unknown, Double.NaN);
        return (moments, expectations) -> new ResponseView(moments, unknown, expectations);
    }

    /** Bytes of those to a question, beside the moments. */
    static long bytes(OptogeneticModel model, int mostAtOnce, Question question) {
        return switch (question) {
            case Question.VarianceReduction reduction ->
                VarianceAnswers.bytes(model, mostAtOnce, reduction.quantities());
            case Question.DeterminantReduction determinant -> DeterminantAnswers.bytes(model, determinant);
            default -> 0;
        };
    }
}
