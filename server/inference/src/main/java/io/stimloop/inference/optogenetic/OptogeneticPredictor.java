package io.stimloop.inference.optogenetic;

import io.stimloop.inference.belief.Belief;
import io.stimloop.inference.belief.Question;
import io.stimloop.inference.belief.ResponsePredictor;
import io.stimloop.inference.glm.InformationView;
import io.stimloop.inference.glm.NormalExpectations;
import io.stimloop.inference.glm.ResponseView;

/** Predictions of an {@link OptogeneticBelief} at its candidates. */
final class OptogeneticPredictor implements ResponsePredictor {
    /** A way to the answers of one kind of question. */
    interface Answers {
        /** Takes up the moments as they are now. */
        default void refresh() {}

        View newView(NormalExpectations expectations);

        /** Bytes held. */
        default long bytes() {
            return 0;
        }
    }

    private final DriveMoments moments;
    private final Question question;
    private final Answers answers;

    OptogeneticPredictor(OptogeneticBelief belief, DriveRows rows, Question question) {
        this.moments = new DriveMoments(belief, rows);
        this.question = question;
        this.answers = switch (question) {
            case Question.Information(double[] weights) -> information(weights);
            case Question.ExpectedResponse() -> new ExpectedCounts(moments);
            case Question.Exceedance() -> new ExpectedCounts(moments);
            case Question.VarianceReduction reduction -> new VarianceAnswers(moments, reduction.quantities());
            case Question.DeterminantReduction reduction -> reduction.parameters().isEmpty()
                    ? information(reduction.weights())
                    : new DeterminantAnswers(moments, reduction);
        };
        refresh();
    }

    private Answers information(double[] weights) {
        return expectations -> new InformationView(moments, weights, expectations);
    }

    /** Bytes for so many candidates that light at most so many targets each: tables and two views. */
    static long bytes(OptogeneticModel model, int candidates, int mostAtOnce, Question question) {
        long carried = question instanceof Question.VarianceReduction reduction
                ? VarianceAnswers.bytes(model, mostAtOnce, reduction.quantities())
                : question instanceof Question.DeterminantReduction determinant
                        ? DeterminantAnswers.bytes(model, determinant)
                        : 0;
        return DriveRows.bytes(candidates, mostAtOnce) + DriveMoments.bytes(model.units(), candidates)
                + carried
                + 2 * (NormalExpectations.bytes() + (long) Double.BYTES * model.size());
    }

    @Override
    public int candidates() {
        return moments.stimuli();
    }

    @Override
    public void refresh() {
        moments.refresh();
        answers.refresh();
    }

    @Override
    public View newView() {
        return answers.newView(new NormalExpectations(moments.link()));
    }

    @Override
    public ResponsePredictor over(Belief other) {
        return new OptogeneticPredictor(OptogeneticBelief.of(other, moments.belief().model()), moments.rows(),
                question);
    }

    @Override
    public long bytes() {
        return moments.rows().bytes() + DriveMoments.bytes(moments.units(), candidates()) + answers.bytes()
                + NormalExpectations.bytes();
    }

    /** The expected count: {@link ResponseView}. */
    private static final class ExpectedCounts implements Answers {
        private final DriveMoments moments;
        private final NormalExpectations expectations;
        private final double[] greatestMeans;

        ExpectedCounts(DriveMoments moments) {
            this.moments = moments;
            this.expectations = new NormalExpectations(moments.link());
            this.greatestMeans = new double[moments.units()];
        }

        @Override
        public void refresh() {
            ResponseView.findGreatestMeans(moments, expectations, greatestMeans);
        }

        @Override
        public View newView(NormalExpectations own) {
            return new ResponseView(moments, greatestMeans, own);
        }
    }
}
