package io.stimloop.inference.points;

import io.stimloop.inference.belief.Belief;
import io.stimloop.inference.belief.Prediction;
import io.stimloop.inference.belief.Question;
import io.stimloop.inference.belief.StimulusPredictor;

/**
 * Answers what response to any stimulus is expected, and how that lies to a level. There are no candidates, and so no
 * greatest mean at them: it is NaN.
 */
final class ExpectationAnywhere implements StimulusPredictor {
    private final PointModel model;
    private final WeightedPoints points;
    private final Question question;
    private double[] weights;

    ExpectationAnywhere(PointModel model, WeightedPoints points, Question question) {
        this.model = model;
        this.points = points;
        this.question = question;
        this.weights = points.weights();
    }

    /** Bytes of one view. */
    static long bytes(PointModel model, int size) {
        return (long) Double.BYTES * PointColumns.count(model) * size;
    }

    @Override
    public void refresh() {
        weights = points.weights();
    }

    @Override
    public View newView() {
        return new AnywhereView();
    }

    @Override
    public StimulusPredictor over(Belief other) {
        return new ExpectationAnywhere(model, PointBelief.pointsOf(other), question);
    }

    private final class AnywhereView implements View {
        private final ExpectationAnswer answer = new ExpectationAnswer(points.size(),
                question instanceof Question.Exceedance);
        private final double[][] columns = new double[PointColumns.count(model)][points.size()];

        @Override
        public Prediction predict(double[] stimulus) {
            PointColumns.evaluate(model, stimulus, points.parameters(), points.size(), columns);
            return answer.at(columns[PointColumns.expected(model, 0)], weights, Double.NaN);
        }
    }
}
