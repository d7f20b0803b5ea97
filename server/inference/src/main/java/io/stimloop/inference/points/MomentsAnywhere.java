package io.stimloop.inference.points;

import io.stimloop.inference.belief.Belief;
import io.stimloop.inference.belief.Prediction;
import io.stimloop.inference.belief.StimulusPredictor;

/**
 * Answers how the response to any stimulus is expected to change the belief. A prediction evaluates the model at all
 * points, and sorts their responses out as a {@link MomentPredictor} does.
 */
final class MomentsAnywhere implements StimulusPredictor {
    private final PointModel model;
    private final WeightedPoints points;
    private final Carried carried;
    private final Loads loads;

    MomentsAnywhere(PointModel model, WeightedPoints points, Carried carried) {
        this.model = model;
        this.points = points;
        this.carried = carried;
        this.loads = new Loads(points.size(), carried.loads(), MomentPredictor.inRows(model));
        refresh();
    }

    /** Bytes of what the views share, and of one view. */
    static long bytes(PointModel model, int size, int loads) {
        return Loads.bytes(size, loads, MomentPredictor.inRows(model))
                + MomentAnswer.bytes(model, size, loads)
                + (long) Double.BYTES * PointColumns.count(model) * size;
    }

    @Override
    public void refresh() {
        carried.fill(points, loads);
    }

    @Override
    public View newView() {
        return new AnywhereView();
    }

    @Override
    public StimulusPredictor over(Belief other) {
        WeightedPoints theirs = PointBelief.pointsOf(other);
        return new MomentsAnywhere(model, theirs, carried.over(theirs));
    }

    private final class AnywhereView implements View {
        private final MomentAnswer answer = MomentAnswer.of(model, points.size(), carried, loads);
        private final double[][] columns = new double[PointColumns.count(model)][points.size()];

        @Override
        public Prediction predict(double[] stimulus) {
            PointColumns.evaluate(model, stimulus, points.parameters(), points.size(), columns);
            return answer.at(columns);
        }
    }
}
