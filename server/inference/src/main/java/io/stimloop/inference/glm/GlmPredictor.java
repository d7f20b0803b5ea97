package io.stimloop.inference.glm;

import io.stimloop.inference.belief.BallSearch;
import io.stimloop.inference.belief.Belief;
import io.stimloop.inference.belief.Question;
import io.stimloop.inference.belief.ResponsePredictor;
import java.util.Optional;

/** Predictions of a {@link GlmBelief} at its candidates, from moments that are carried along. */
final class GlmPredictor implements ResponsePredictor {
    /** A way to the answers of one kind of question. */
    interface Answers {
        /** Takes up the moments as they are now. */
        default void refresh() {}

        View newView(NormalExpectations expectations);

        /** The same question about other moments of the same candidates; what was carried along is copied. */
        Answers over(GlmMoments moments);

        /** Bytes held. */
        default long bytes() {
            return 0;
        }
    }

    private final GlmMoments moments;
    private final Answers answers;

    private final Question question;

    private GlmPredictor(GlmMoments moments, Answers answers, Question question) {
        this.moments = moments;
        this.answers = answers;
        this.question = question;
    }

    /** Whether the best stimulus of a ball can be found. */
    static boolean searchesBall(GlmModel model, Question question) {
        return model.units() == 1 && question instanceof Question.Information;
    }

    @Override
    public Optional<BallSearch> ballSearch(double maxNorm) {
        return searchesBall(moments.belief().model(), question)
                && question instanceof Question.Information(double[] weights)
                        ? Optional
                                .of(new GlmBallSearch(moments.belief(), maxNorm, Question.weight(weights, 0)))
                        : Optional.empty();
    }

    static GlmPredictor of(GlmBelief belief, double[][] candidates, Question question) {
        GlmMoments moments = new GlmMoments(belief, StimulusRows.of(candidates));
        GlmPredictor predictor = new GlmPredictor(moments, switch (question) {
            case Question.Information(double[] weights) -> new InformationAnswers(moments, weights);
            case Question.ExpectedResponse() -> new ResponseAnswers(moments);
            case Question.Exceedance() -> new ResponseAnswers(moments);
            case Question.VarianceReduction reduction -> new VarianceAnswers(moments,
                    ChosenQuantities.of(belief.model(), reduction.quantities()));
            case Question.DeterminantReduction reduction -> reduction.parameters().isEmpty()
                    ? new InformationAnswers(moments, reduction.weights())
                    : new DeterminantAnswers(moments, reduction);
        }, question);
        predictor.refresh();
        return predictor;
    }

    /** Bytes for so many candidates: tables and two views. */
    static long bytes(GlmModel model, int candidates, Question question) {
        long carried = question instanceof Question.VarianceReduction reduction
                ? UnitProducts.bytes(model, candidates, reduction.quantities())
                : 0;
        return StimulusRows.bytes(candidates, model.stimulusSize()) + GlmMoments.bytes(model, candidates)
                + carried + 2 * NormalExpectations.bytes();
    }

    @Override
    public int candidates() {
        return moments.rows().count();
    }

    @Override
    public void refresh() {
        moments.refresh();
        answers.refresh();
    }

    @Override
    public View newView() {
        return answers.newView(new NormalExpectations(moments.belief().model().link()));
    }

    @Override
    public ResponsePredictor over(Belief other) {
        GlmMoments theirs = moments.over(GlmBelief.of(other, moments.belief().model()));
        GlmPredictor predictor = new GlmPredictor(theirs, answers.over(theirs), question);
        predictor.refresh();
        return predictor;
    }

    @Override
    public long bytes() {
        GlmModel model = moments.belief().model();
        return StimulusRows.bytes(candidates(), model.stimulusSize()) + GlmMoments.bytes(model, candidates())
                + answers.bytes() + NormalExpectations.bytes();
    }
}
