package io.stimloop.inference.grid;

import io.stimloop.inference.belief.Belief;
import io.stimloop.inference.belief.Prediction;
import io.stimloop.inference.belief.Question;
import io.stimloop.inference.belief.StimulusPredictor;

/** Predicts at any stimulus from a belief whose grid may be laid anew: goes over to the new grid with it. */
final class RefiningAnywhere implements StimulusPredictor {
    private final RefiningBelief belief;
    private final Question question;
    private volatile Followed followed;

    RefiningAnywhere(RefiningBelief belief, Question question) {
        this.belief = belief;
        this.question = question;
        this.followed = follow();
    }

    /** A grid, and the predictor that is about it. */
    private record Followed(GridBelief grid, StimulusPredictor predictor) {}

    private Followed follow() {
        GridBelief now = belief.now();
        return new Followed(now, now.anywhere(question).orElseThrow());
    }

    @Override
    public void refresh() {
        if (!followed.grid.equals(belief.now())) {
            followed = follow();
        }
        followed.predictor.refresh();
    }

    @Override
    public View newView() {
        return new RefiningView();
    }

    @Override
    public StimulusPredictor over(Belief other) {
        if (other instanceof RefiningBelief refining) {
            return new RefiningAnywhere(refining, question);
        }
        throw new IllegalArgumentException(
                "belief: " + other + " must be a copy of the belief predicted from");
    }

    private final class RefiningView implements View {
        private Followed seen = followed;
        private View view = seen.predictor.newView();

        @Override
        public Prediction predict(double[] stimulus) {
            Followed now = followed;
            if (!seen.equals(now)) {
                seen = now;
                view = now.predictor.newView();
            }
            return view.predict(stimulus);
        }
    }
}
