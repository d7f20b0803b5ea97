package io.stimloop.inference.optogenetic;

import io.stimloop.inference.belief.Belief;
import io.stimloop.inference.belief.Prediction;
import io.stimloop.inference.belief.Question;
import io.stimloop.inference.belief.ResponsePredictor;
import io.stimloop.inference.belief.StimulusPredictor;
import io.stimloop.inference.glm.NormalExpectations;

/**
 * Predictions of an {@link OptogeneticBelief} at any stimulus: the same numbers as of its {@link OptogeneticPredictor}.
 * A stimulus takes a look at every target and, for each neuron, the square of how many are on. Allocates nothing.
 */
final class OptogeneticAnywhere implements StimulusPredictor {
    private final OptogeneticBelief belief;
    private final Question question;
    private final Answers answers;

    OptogeneticAnywhere(OptogeneticBelief belief, Question question) {
        this.belief = belief;
        this.question = question;
        this.answers = Answers.of(belief, question);
        refresh();
    }

    /** Bytes with one view. */
    static long bytes(OptogeneticModel model, int mostAtOnce, Question question) {
        return Answers.bytes(model, mostAtOnce, question) + DriveRows.bytes(1, model.targetCount())
                + DriveMoments.bytes(model.units(), 1) + NormalExpectations.bytes()
                + (long) Double.BYTES * model.size();
    }

    @Override
    public void refresh() {
        answers.refresh();
    }

    @Override
    public View newView() {
        return new AnywhereView();
    }

    @Override
    public StimulusPredictor over(Belief other) {
        return new OptogeneticAnywhere(OptogeneticBelief.of(other, belief.model()), question);
    }

    private final class AnywhereView implements View {
        private final DriveMoments moments = new DriveMoments(belief, DriveRows.ofAny(belief.model()));
        private final ResponsePredictor.View view = answers.newView(moments,
                new NormalExpectations(moments.link()));

        @Override
        public Prediction predict(double[] stimulus) {
            moments.rows().overwrite(belief.model(), stimulus);
            moments.refresh();
            return view.predict(0);
        }
    }
}
