package io.stimloop.inference.glm;

import io.stimloop.inference.belief.Belief;
import io.stimloop.inference.belief.Prediction;
import io.stimloop.inference.belief.Question;
import io.stimloop.inference.belief.StimulusPredictor;
import java.util.Arrays;

/**
 * Predictions of a {@link GlmBelief} at any stimulus, for questions whose answer follows from mean and variance of eta
 * there. There are no candidates, and so no greatest mean at them: it is NaN.
 *
 * @param belief   asked as it is when a view predicts
 * @param question that {@link #answers}
 */
record GlmAnywhere(GlmBelief belief, Question question) implements StimulusPredictor {
    /** Whether the answer follows from mean and variance of eta at the stimulus alone. */
    static boolean answers(Question question) {
        return switch (question) {
            case Question.Information _,Question.ExpectedResponse _,Question.Exceedance _ -> true;
            case Question.DeterminantReduction reduction -> reduction.parameters().isEmpty();
            case Question.VarianceReduction _ -> false;
        };
    }

    @Override
    public void refresh() {}

    @Override
    public View newView() {
        return new AnywhereView(belief, question);
    }

    @Override
    public StimulusPredictor over(Belief other) {
        return new GlmAnywhere(GlmBelief.of(other, belief.model()), question);
    }

    private static final class AnywhereView implements View {
        private final EtaAtStimulus moments;
        private final EtaView answers;

        private AnywhereView(GlmBelief belief, Question question) {
            moments = new EtaAtStimulus(belief);
            NormalExpectations expectations = new NormalExpectations(belief.model().link());
            answers = switch (question) {
                case Question.Information(double[] weights) ->
                    new InformationView(moments, weights, expectations);
                case Question.DeterminantReduction reduction ->
                    new InformationView(moments, reduction.weights(), expectations);
                default -> new ResponseView(moments, unknown(belief.units()), expectations);
            };
        }

        private static double[] unknown(int units) {
            double[] means = new double[units];
            Arrays.fill(means, Double.NaN);
            return means;
        }

        @Override
        public Prediction predict(double[] stimulus) {
            moments.place(stimulus);
            return answers.predict(0);
        }
    }
}
