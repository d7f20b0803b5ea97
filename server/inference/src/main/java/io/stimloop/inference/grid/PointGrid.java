package io.stimloop.inference.grid;

import io.stimloop.inference.belief.CurvePoint;
import io.stimloop.inference.belief.Question;
import io.stimloop.inference.belief.ResponsePredictor;
import io.stimloop.inference.belief.StimulusPredictor;
import io.stimloop.inference.belief.Truth;
import io.stimloop.inference.points.ParameterScale;
import io.stimloop.inference.points.PointBand;
import io.stimloop.inference.points.PointForecaster;
import io.stimloop.inference.points.PointModel;
import io.stimloop.inference.points.PointPredictors;
import io.stimloop.inference.points.PointTable;
import io.stimloop.inference.points.PointTruth;
import io.stimloop.inference.points.WeightedPoints;
import io.stimloop.inference.response.ParameterAxis;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The grid of a model that is no more than a function of its parameters: all cells in one row. */
final class PointGrid implements GridModel {
    private final PointModel model;
    private final GridLayout layout;
    private final ParameterScale scale;
    private final GridCells cells;
    /** The table that was asked for last: the belief's own, its copies' and its predictor's. */
    private @Nullable PointTable table;

    /**
     * @param axes    one per parameter of the model, in its order
     * @param periods of the parameters that wrap around; NaN for the others
     */
    PointGrid(PointModel model, List<ParameterAxis> axes, double[] periods) {
        this.model = model;
        this.layout = layoutOf(axes);
        this.scale = ParameterScale.of(periods, axes);
        this.cells = GridCells.of(layout);
    }

    static GridLayout layoutOf(List<ParameterAxis> axes) {
        return new GridLayout(List.copyOf(axes), List.of(), List.copyOf(axes));
    }

    PointModel model() {
        return model;
    }

    GridCells cells() {
        return cells;
    }

    /** The columns of the model at these stimuli, worked out once. */
    synchronized PointTable table(double[][] stimuli) {
        if (table == null || !table.isFor(stimuli)) {
            table = new PointTable(model, stimuli, layout.length());
            table.follow(cells.parameters(), cells.place());
        }
        return table;
    }

    @Override
    public GridLayout layout() {
        return layout;
    }

    @Override
    public double period(ParameterAxis axis) {
        return scale.periods()[layout.axes().indexOf(axis)];
    }

    @Override
    public boolean bounds(ParameterAxis axis, double value) {
        return model.bounds(axis.name(), value);
    }

    @Override
    public Truth truth(double[] values) {
        return new PointTruth(model, values);
    }

    @Override
    public LikelihoodPass newPass() {
        return new PointPass(this, new PointTable(model, new double[0][], layout.length()));
    }

    @Override
    public List<CurvePoint> curve(Posterior posterior, double[][] stimuli) {
        return new PointBand(model, layout.length()).at(points(posterior), 0, stimuli);
    }

    @Override
    public ResponsePredictor predictor(Posterior posterior, double[][] candidates, Question question) {
        WeightedPoints points = points(posterior);
        return PointPredictors.of(model, scale, points, table(candidates), question);
    }

    @Override
    public StimulusPredictor anywhere(Posterior posterior, Question question) {
        return PointPredictors.anywhere(model, scale, points(posterior), question);
    }

    @Override
    public Forecaster newForecaster(Posterior posterior) {
        PointForecaster forecaster = new PointForecaster(model, layout.length());
        WeightedPoints points = points(posterior);
        return stimulus -> forecaster.at(stimulus, points);
    }

    @Override
    public WeightedPoints points(Posterior posterior) {
        return cells.weightedBy(posterior);
    }

    @Override
    public String kind() {
        return "grid/" + model.kind();
    }
}
