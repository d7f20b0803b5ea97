package io.stimloop.inference.grid;

import io.stimloop.inference.belief.Belief;
import io.stimloop.inference.belief.Prediction;
import io.stimloop.inference.belief.Question;
import io.stimloop.inference.belief.ResponsePredictor;
import java.util.Arrays;

/** Predicts from a belief whose grid may be laid anew: tables are made anew with it. */
final class RefiningPredictor implements ResponsePredictor {
    private final RefiningBelief belief;
    private final double[][] candidates;
    private final Question question;
    private GridBelief followed;
    private ResponsePredictor predictor;

    RefiningPredictor(RefiningBelief belief, double[][] candidates, Question question) {
        this(belief, Arrays.stream(candidates).map(double[]::clone).toArray(double[][]::new), question,
                belief.now().predictor(candidates, question));
    }

    private RefiningPredictor(RefiningBelief belief, double[][] candidates, Question question,
            ResponsePredictor predictor) {
        this.belief = belief;
        this.candidates = candidates;
        this.question = question;
        this.followed = belief.now();
        this.predictor = predictor;
    }

    @Override
    public int candidates() {
        return candidates.length;
    }

    @Override
    public void refresh() {
        if (followed.isOnGridOf(belief.now())) {
            predictor.refresh();
        } else {
            followed = belief.now();
            predictor = followed.predictor(candidates, question);
        }
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
        return followed.isOnGridOf(refining.now())
                ? new RefiningPredictor(refining, candidates, question, predictor.over(refining.now()))
                : new RefiningPredictor(refining, candidates, question);
    }

    @Override
    public long bytes() {
        return predictor.bytes();
    }

    private final class RefiningView implements View {
        private ResponsePredictor seen = predictor;
        private View view = predictor.newView();

        @Override
        public Prediction predict(int candidate) {
            if (!seen.equals(predictor)) {
                seen = predictor;
                view = predictor.newView();
            }
            return view.predict(candidate);
        }
    }
}
