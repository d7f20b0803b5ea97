package io.stimloop.inference.points;

import io.stimloop.inference.belief.Belief;
import io.stimloop.inference.belief.Prediction;
import io.stimloop.inference.belief.Question;
import io.stimloop.inference.belief.ResponsePredictor;
import io.stimloop.numerics.kernel.Kernels;

/** Answers what response to a candidate is expected, and how that lies to a level. */
final class ExpectationPredictor implements ResponsePredictor {
    private final PointModel model;
    private final WeightedPoints points;
    private final boolean exceedance;
    private final int expected;
    private PointTable table;
    private boolean tableShared;
    private double[] weights;
    private double[][] reader;
    private double greatestMean = Double.NaN;

    ExpectationPredictor(PointModel model, WeightedPoints points, Question question, PointTable table) {
        this(model, points, question instanceof Question.Exceedance, table, false);
    }

    private ExpectationPredictor(PointModel model, WeightedPoints points, boolean exceedance,
            PointTable table, boolean tableShared) {
        this.model = model;
        this.points = points;
        this.exceedance = exceedance;
        this.expected = PointColumns.expected(model, 0);
        this.table = table;
        this.tableShared = tableShared;
        this.reader = exceedance ? table.newReader() : new double[0][];
        this.weights = points.weights();
        refresh();
    }

    @Override
    public int candidates() {
        return table.stimuli();
    }

    @Override
    public void refresh() {
        weights = points.weights();
        if (tableShared && !table.follows(points)) {
            table = table.again();
            tableShared = false;
        }
        table.follow(points);
        if (exceedance) {
            greatestMean = Double.NEGATIVE_INFINITY;
            for (int candidate = 0; candidate < candidates(); candidate++) {
                greatestMean = Math.max(greatestMean, meanOf(table.at(candidate, reader)[expected]));
            }
        }
    }

    private double meanOf(double[] expectations) {
        return Kernels.ARRAYS.dot(weights, expectations, points.size());
    }

    @Override
    public View newView() {
        return new ExpectationView();
    }

    @Override
    public ResponsePredictor over(Belief other) {
        tableShared = true;
        return new ExpectationPredictor(model, PointBelief.pointsOf(other), exceedance, table, true);
    }

    @Override
    public long bytes() {
        return PointTable.bytes(model, candidates(), points.size())
                + (exceedance ? 2 : 1) * PointTable.readerBytes(model, candidates(), points.size());
    }

    private final class ExpectationView implements View {
        private final ExpectationAnswer answer = new ExpectationAnswer(points.size(), exceedance);
        private final double[][] own = table.newReader();

        @Override
        public Prediction predict(int candidate) {
            return answer.at(table.at(candidate, own)[expected], weights, greatestMean);
        }
    }
}
