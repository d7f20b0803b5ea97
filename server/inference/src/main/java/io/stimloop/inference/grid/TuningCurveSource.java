package io.stimloop.inference.grid;

import io.stimloop.inference.belief.Belief;
import io.stimloop.inference.belief.BeliefSource;
import io.stimloop.inference.belief.BeliefState;
import io.stimloop.inference.belief.Question;
import io.stimloop.inference.belief.Responses;
import io.stimloop.inference.belief.Truth;
import io.stimloop.inference.points.ParameterScale;
import io.stimloop.inference.points.PointFamily;
import io.stimloop.inference.points.PointPredictors;
import io.stimloop.inference.response.ParameterAxis;
import io.stimloop.inference.response.TuningCurve;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Grid beliefs about a tuning curve.
 *
 * @param curve the model and the prior
 */
public record TuningCurveSource(TuningCurve curve) implements BeliefSource {
    private static final int SEARCH_VIEWS = 2;
    private static final int BELIEFS = 2;
    /** Spikes per trial, and more than any ratio. */
    private static final double LARGEST = 1e5;

    @Override
    public Responses responses() {
        return Responses.counts(1);
    }

    @Override
    public List<String> parameterNames() {
        return curve.axes().stream().map(ParameterAxis::name).toList();
    }

    @Override
    public boolean answers(Question question) {
        return PointPredictors.answers(new TuningCurveCells(new TuningCurveGrid(curve)), question);
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
        if (TuningCurveGrid.pushesForward(question)) {
            return PredictionTables.gainBytes(curve, 1) + PushForwardPredictor.viewBytes(curve);
        }
        TuningCurveCells cells = new TuningCurveCells(new TuningCurveGrid(curve));
        GridLayout layout = cells.grid().layout();
        return GridCells.bytes(layout) + PointPredictors.bytesAnywhere(cells, TuningCurveGrid.scale(curve),
                layout.length(), question);
    }

    @Override
    public long bytesNeeded(int candidates, Question question) {
        return BELIEFS * TuningCurveGrid.bytes(curve, candidates) + KnownRates.bytes(curve, candidates)
                + PredictionTables.bytes(curve, 1) + PushForwardPredictor.viewBytes(curve)
                + (TuningCurveGrid.pushesForward(question)
                        ? PredictionTables.gainBytes(curve, candidates)
                                + SEARCH_VIEWS * PushForwardPredictor.viewBytes(curve)
                        : pointBytes(candidates, question));
    }

    @Override
    public long bytesOfAnother(int candidates, Question question) {
        return TuningCurveGrid.pushesForward(question)
                ? BELIEFS * TuningCurveGrid.bytes(curve, candidates) + KnownRates.bytes(curve, candidates)
                        + (1 + SEARCH_VIEWS) * PushForwardPredictor.viewBytes(curve)
                : bytesNeeded(candidates, question);
    }

    private long pointBytes(int candidates, Question question) {
        TuningCurveCells cells = new TuningCurveCells(new TuningCurveGrid(curve));
        ParameterScale scale = TuningCurveGrid.scale(curve);
        GridLayout layout = cells.grid().layout();
        return GridCells.bytes(layout)
                + PointPredictors.bytes(cells, scale, layout.length(), candidates, question)
                + SEARCH_VIEWS * PointPredictors.viewBytes(cells, scale, layout.length(), candidates,
                        question);
    }

    @Override
    public Belief create() {
        return new GridBelief(curve);
    }

    @Override
    public Belief restore(BeliefState state) {
        return GridBelief.restored(new TuningCurveGrid(curve), state);
    }

    @Override
    public Truth drawTruth(UniformRandomProvider random) {
        return new TuningCurveTruth(curve, new GridBelief(curve).draw(0, random));
    }

    @Override
    public Truth truth(Map<String, Double> parameters) {
        for (String name : parameters.keySet()) {
            if (!parameterNames().contains(name)) {
                throw new IllegalArgumentException(name + ": is no parameter; known are " + parameterNames());
            }
        }
        double[] values = parameterNames().stream().mapToDouble(name -> value(name, parameters)).toArray();
        return new TuningCurveTruth(curve, values);
    }

    private static double value(String name, Map<String, Double> parameters) {
        Double value = parameters.get(name);
        if (value == null) {
            throw new IllegalArgumentException(name + ": is missing");
        }
        boolean right = switch (name) {
            case "preferred" -> Double.isFinite(value);
            case "width" -> value > 0 && Double.isFinite(value);
            case "dispersion" -> value >= TuningCurve.LEAST_DISPERSION && value <= LARGEST;
            default -> value >= 0 && value <= LARGEST;
        };
        if (!right) {
            throw new IllegalArgumentException(name + ": " + value + " is out of the range of its values");
        }
        return value;
    }

    /** Beliefs about the same curve on a grid that is refined, this one at first. */
    public BeliefSource refined(Refinement rule) {
        return new RefiningSource(this,
                RefinedGrid.of(PointFamily.COUNT, curve.axes(), TuningCurveGrid.scale(curve).periods(), rule,
                        axes -> new TuningCurveGrid(curve.over(axes))));
    }

    /** The curve that beliefs of a source are about, on a grid that stays or is refined; empty for other models. */
    public static Optional<TuningCurve> curveOf(BeliefSource source) {
        return switch (source) {
            case TuningCurveSource(TuningCurve known) -> Optional.of(known);
            case RefiningSource refining -> curveOf(refining.fixed());
            default -> Optional.empty();
        };
    }
}
