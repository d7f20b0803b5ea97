package io.stimloop.inference.grid;

import io.stimloop.inference.belief.Belief;
import io.stimloop.inference.belief.BeliefSource;
import io.stimloop.inference.belief.BeliefState;
import io.stimloop.inference.belief.Question;
import io.stimloop.inference.belief.Responses;
import io.stimloop.inference.belief.Truth;
import io.stimloop.inference.points.ParameterScale;
import io.stimloop.inference.points.PointForecaster;
import io.stimloop.inference.points.PointModel;
import io.stimloop.inference.points.PointPredictors;
import io.stimloop.inference.points.PointTable;
import io.stimloop.inference.points.PointTruth;
import io.stimloop.inference.response.ParameterAxis;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.commons.rng.UniformRandomProvider;

/** Grid beliefs about any model that can be evaluated at points, of one unit. */
public final class PointGridSource implements BeliefSource {
    private static final int SEARCH_VIEWS = 2;
    private static final int BELIEFS = 2;

    private final PointModel model;
    private final List<ParameterAxis> axes;
    private final double[] periods;

    /**
     * For a model and a grid.
     *
     * @param axes    one per parameter of the model, in its order
     * @param periods by parameter: length of a turn where it wraps around, else NaN
     * @throws IllegalArgumentException when the axes are not those of the parameters
     */
    public PointGridSource(PointModel model, List<ParameterAxis> axes, double[] periods) {
        List<String> names = axes.stream().map(ParameterAxis::name).toList();
        if (!names.equals(model.parameterNames())) {
            throw new IllegalArgumentException("axes: " + names + " must be " + model.parameterNames());
        }
        this.model = model;
        this.axes = List.copyOf(axes);
        this.periods = Arrays.copyOf(periods, axes.size());
    }

    @Override
    public Responses responses() {
        return switch (model.family()) {
            case COUNT -> Responses.counts(1);
            case BINARY -> Responses.choice(2);
            case CHOICE -> Responses.choice(model.columns());
            case NORMAL, LOG_NORMAL -> Responses.values(1);
        };
    }

    @Override
    public List<String> parameterNames() {
        return model.parameterNames();
    }

    @Override
    public boolean answers(Question question) {
        return PointPredictors.answers(model, question);
    }

    @Override
    public boolean drawsCurves(int stimuli) {
        return true;
    }

    @Override
    public boolean predictsAnywhere(Question question) {
        return answers(question);
    }

    @Override
    public long bytesAnywhere(Question question) {
        GridLayout layout = PointGrid.layoutOf(axes);
        return PointPredictors.bytesAnywhere(model, ParameterScale.of(periods, axes), layout.length(),
                question);
    }

    @Override
    public long bytesNeeded(int candidates, Question question) {
        GridLayout layout = PointGrid.layoutOf(axes);
        int cells = layout.length();
        ParameterScale scale = ParameterScale.of(periods, axes);
        return BELIEFS * (Posterior.bytes(layout) + PointPass.bytes(model, cells, candidates))
                + GridCells.bytes(layout) + PointForecaster.bytes(model, cells)
                + PointPredictors.bytes(model, scale, cells, candidates, question)
                + SEARCH_VIEWS * PointPredictors.viewBytes(model, scale, cells, candidates, question);
    }

    /** Shares the cells and the table of the stimuli. */
    @Override
    public long bytesOfAnother(int candidates, Question question) {
        GridLayout layout = PointGrid.layoutOf(axes);
        int cells = layout.length();
        ParameterScale scale = ParameterScale.of(periods, axes);
        return Posterior.bytes(layout) + PointPass.bytes(model, cells, candidates)
                + PointForecaster.bytes(model, cells)
                + PointPredictors.bytes(model, scale, cells, candidates, question)
                - PointTable.bytes(model, candidates, cells)
                + PointPredictors.viewBytes(model, scale, cells, candidates, question);
    }

    @Override
    public GridBelief create() {
        return new GridBelief(new PointGrid(model, axes, periods));
    }

    @Override
    public Belief restore(BeliefState state) {
        return GridBelief.restored(new PointGrid(model, axes, periods), state);
    }

    @Override
    public Truth drawTruth(UniformRandomProvider random) {
        return new PointTruth(model, create().draw(0, random));
    }

    @Override
    public Truth truth(Map<String, Double> parameters) {
        return PointTruth.of(model, parameters);
    }

    /** Beliefs about the same model on a grid that is refined, this one at first. */
    public BeliefSource refined(Refinement rule) {
        return new RefiningSource(this, RefinedGrid.of(model.family(), axes, periods, rule,
                newAxes -> new PointGrid(model, newAxes, periods)));
    }
}
