package io.stimloop.inference.points;

import io.stimloop.inference.belief.Belief;
import io.stimloop.inference.belief.Prediction;
import io.stimloop.inference.belief.ResponsePredictor;

/** Answers how the response to a candidate is expected to change the belief. */
final class MomentPredictor implements ResponsePredictor {
    private final PointModel model;
    private final WeightedPoints points;
    private final Carried carried;
    private final Loads loads;
    private PointTable table;
    private boolean tableShared;

    MomentPredictor(PointModel model, WeightedPoints points, Carried carried, PointTable table,
            boolean tableShared) {
        this.model = model;
        this.points = points;
        this.carried = carried;
        this.loads = new Loads(points.size(), carried.loads(), inRows(model));
        this.table = table;
        this.tableShared = tableShared;
        refresh();
    }

    /** Counts move the loads of a point all at once. */
    static boolean inRows(PointModel model) {
        return model.family() == PointFamily.COUNT;
    }

    @Override
    public int candidates() {
        return table.stimuli();
    }

    @Override
    public void refresh() {
        carried.fill(points, loads);
        if (tableShared && !table.follows(points)) {
            table = table.again();
            tableShared = false;
        }
        table.follow(points);
    }

    @Override
    public View newView() {
        return new MomentView();
    }

    @Override
    public ResponsePredictor over(Belief other) {
        tableShared = true;
        WeightedPoints theirs = PointBelief.pointsOf(other);
        return new MomentPredictor(model, theirs, carried.over(theirs), table, true);
    }

    @Override
    public long bytes() {
        return PointTable.bytes(model, candidates(), points.size())
                + Loads.bytes(points.size(), carried.loads(), inRows(model)) + viewBytes();
    }

    private long viewBytes() {
        return viewBytes(model, candidates(), points.size(), carried.loads());
    }

    static long viewBytes(PointModel model, int candidates, int size, int loads) {
        return MomentAnswer.bytes(model, size, loads) + PointTable.readerBytes(model, candidates, size);
    }

    private final class MomentView implements View {
        private final MomentAnswer answer = MomentAnswer.of(model, points.size(), carried, loads);
        private final double[][] reader = table.newReader();

        @Override
        public Prediction predict(int candidate) {
            return answer.at(table.at(candidate, reader));
        }
    }
}
