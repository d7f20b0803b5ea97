package io.stimloop.inference.grid;

import io.stimloop.inference.belief.Belief;
import io.stimloop.inference.belief.Prediction;
import io.stimloop.inference.belief.ResponsePredictor;

/** Predicts from a belief whose grid may be laid anew: goes over to the new grid with it. */
final class RefiningPredictor implements ResponsePredictor {
    private final RefiningBelief belief;
    private final Asked asked;
    private volatile Followed followed;

    RefiningPredictor(RefiningBelief belief, Asked asked) {
        this(belief, asked, new Followed(belief.now(), belief.answering(asked)));
    }

    private RefiningPredictor(RefiningBelief belief, Asked asked, Followed followed) {
        this.belief = belief;
        this.asked = asked;
        this.followed = followed;
    }

    /** A grid, and the predictor that is about it. */
    private record Followed(GridBelief grid, ResponsePredictor predictor) {}

    @Override
    public int candidates() {
        return asked.candidates().length;
    }

    @Override
    public void refresh() {
        if (!followed.grid.equals(belief.now())) {
            followed = new Followed(belief.now(), belief.answering(asked));
        }
        followed.predictor.refresh();
    }

    @Override
    public View newView() {
        return new RefiningView();
    }

    @Override
    public ResponsePredictor over(Belief other) {
        if (!(other instanceof RefiningBelief refining)) {
            throw new IllegalArgumentException(
                    "belief: " + other + " must be a copy of the belief predicted from");
        }
        Followed here = followed;
        return here.grid.isOnGridOf(refining.now())
                ? new RefiningPredictor(refining, asked,
                        new Followed(refining.now(), here.predictor.over(refining.now())))
                : new RefiningPredictor(refining, asked);
    }

    @Override
    public long bytes() {
        return followed.predictor.bytes();
    }

    private final class RefiningView implements View {
        private Followed seen = followed;
        private View view = seen.predictor.newView();

        @Override
        public Prediction predict(int candidate) {
            Followed now = followed;
            if (!seen.equals(now)) {
                seen = now;
                view = now.predictor.newView();
            }
            return view.predict(candidate);
        }
    }
}
