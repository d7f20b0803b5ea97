package io.stimloop.inference.optogenetic;

import io.stimloop.inference.belief.Belief;
import io.stimloop.inference.belief.Question;
import io.stimloop.inference.belief.ResponsePredictor;
import io.stimloop.inference.glm.NormalExpectations;
import io.stimloop.inference.glm.ResponseView;

/** Predictions of an {@link OptogeneticBelief} at its candidates. */
final class OptogeneticPredictor implements ResponsePredictor {
    private final DriveMoments moments;
    private final Question question;
    private final Answers answers;

    OptogeneticPredictor(OptogeneticBelief belief, DriveRows rows, Question question) {
        this.moments = new DriveMoments(belief, rows);
        this.question = question;
        this.answers = question instanceof Question.Exceedance
                ? new Exceedances(moments)
                : Answers.of(belief, question);
        refresh();
    }

    /** Bytes for so many candidates that light at most so many targets each: tables and two views. */
    static long bytes(OptogeneticModel model, int candidates, int mostAtOnce, Question question) {
        return DriveRows.bytes(candidates, mostAtOnce) + DriveMoments.bytes(model.units(), candidates)
                + Answers.bytes(model, mostAtOnce, question)
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
        return answers.newView(moments, new NormalExpectations(moments.link()));
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

    /** How the expected count lies to levels, and to the greatest at any candidate: {@link ResponseView}. */
    private static final class Exceedances implements Answers {
        private final DriveMoments candidates;
        private final NormalExpectations expectations;
        private final double[] greatestMeans;

        Exceedances(DriveMoments candidates) {
            this.candidates = candidates;
            this.expectations = new NormalExpectations(candidates.link());
            this.greatestMeans = new double[candidates.units()];
        }

        @Override
        public void refresh() {
            ResponseView.findGreatestMeans(candidates, expectations, greatestMeans);
        }

        @Override
        public View newView(DriveMoments moments, NormalExpectations own) {
            return new ResponseView(moments, greatestMeans, own);
        }
    }
}
