package io.stimloop.inference.grid;

import io.stimloop.inference.belief.CurvePoint;
import io.stimloop.inference.belief.Question;
import io.stimloop.inference.belief.ResponsePredictor;
import io.stimloop.inference.belief.StimulusPredictor;
import io.stimloop.inference.belief.Truth;
import io.stimloop.inference.points.ParameterScale;
import io.stimloop.inference.points.PointPredictors;
import io.stimloop.inference.points.WeightedPoints;
import io.stimloop.inference.response.NoiseFamily;
import io.stimloop.inference.response.ParameterAxis;
import io.stimloop.inference.response.TuningCurve;
import io.stimloop.numerics.kernel.Kernels;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The grid of a tuning curve. Its rows differ in the parameters that shape the profile g and in the
 * amplitude, its columns in the dispersion and the baseline: given a row, the expected counts are the
 * baselines plus one number, the row's drive {@code amplitude * g(x)}.
 */
final class TuningCurveGrid implements GridModel {
    private final TuningCurve curve;
    private final GridLayout layout;
    private final double[] offsets;
    private final double[] amplitudes;
    private final LogTails logTails;
    private @Nullable PredictionTables common;
    private @Nullable GridCells cells;

    TuningCurveGrid(TuningCurve curve) {
        this.curve = curve;
        this.layout = layoutOf(curve);
        this.offsets = offsets(layout, curve);
        this.amplitudes = curve.axis("amplitude").values();
        this.logTails = LogTails.of(curve);
    }

    /** Grids over the same curve are alike: tables for one fit the other. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TuningCurveGrid grid && grid.curve.equals(curve);
    }

    @Override
    public int hashCode() {
        return curve.hashCode();
    }

    static GridLayout layoutOf(TuningCurve curve) {
        List<ParameterAxis> outer = new ArrayList<>();
        curve.profileParameters().forEach(name -> outer.add(curve.axis(name)));
        outer.add(curve.axis("amplitude"));
        List<ParameterAxis> inner = curve.noise() == NoiseFamily.POISSON
                ? List.of(curve.axis("baseline"))
                : List.of(curve.axis("dispersion"), curve.axis("baseline"));
        return new GridLayout(curve.axes(), List.copyOf(outer), inner);
    }

    /** Bytes of a belief about the curve that expects so many stimuli. */
    static long bytes(TuningCurve curve, int candidates) {
        return Posterior.bytes(layoutOf(curve)) + TuningCurvePass.bytes(curve, candidates);
    }

    TuningCurve curve() {
        return curve;
    }

    /** Baselines by column, padded. Not to be modified. */
    double[] offsets() {
        return offsets;
    }

    /** Amplitudes by row; the rows of one profile follow each other. Not to be modified. */
    double[] amplitudes() {
        return amplitudes;
    }

    /** {@code amplitude * g} in a row. */
    double drive(int row, double[] gains) {
        return amplitudes[row % amplitudes.length] * gains[row / amplitudes.length];
    }

    /** What a count at the ceiling tells; meaningless without a ceiling. */
    LogTails logTails() {
        return logTails;
    }

    @Override
    public GridLayout layout() {
        return layout;
    }

    @Override
    public double period(ParameterAxis axis) {
        return period(curve, axis);
    }

    private static double period(TuningCurve curve, ParameterAxis axis) {
        return axis.name().equals("preferred") ? curve.period() : Double.NaN;
    }

    @Override
    public Truth truth(double[] values) {
        return new TuningCurveTruth(curve, values);
    }

    @Override
    public LikelihoodPass newPass() {
        return new TuningCurvePass(this, KnownRates.NONE);
    }

    @Override
    public List<CurvePoint> curve(Posterior posterior, double[][] stimuli) {
        CurveBand band = new CurveBand(this, posterior);
        return Arrays.stream(stimuli).map(band::at).toList();
    }

    @Override
    public ResponsePredictor predictor(Posterior posterior, double[][] candidates, Question question) {
        if (pushesForward(question)) {
            return new PushForwardPredictor(this, posterior, tables(candidates));
        }
        return PointPredictors.of(new TuningCurveCells(this), scale(curve), points(posterior), candidates,
                question);
    }

    @Override
    public StimulusPredictor anywhere(Posterior posterior, Question question) {
        return pushesForward(question)
                ? new PushForwardAnywhere(this, posterior)
                : PointPredictors.anywhere(new TuningCurveCells(this), scale(curve), points(posterior),
                        question);
    }

    /** Tables of one's own for one stimulus, which may be {@link PredictionTables#place placed} anywhere. */
    PredictionTables tablesOfOne() {
        return tables(new double[1][1]);
    }

    /** Whether the fast way answers the question. */
    static boolean pushesForward(Question question) {
        return question instanceof Question.Information(double[] weights) && Question.weight(weights, 0) == 1;
    }

    /** Tables for these stimuli; what is the same for all stimuli is made once. */
    private synchronized PredictionTables tables(double[][] stimuli) {
        if (common == null) {
            common = new PredictionTables(this, new double[0][]);
        }
        return common.at(this, stimuli);
    }

    /** In what the parameters are measured. */
    static ParameterScale scale(TuningCurve curve) {
        double[] periods = curve.axes().stream().mapToDouble(axis -> period(curve, axis)).toArray();
        return ParameterScale.of(periods, curve.axes());
    }

    @Override
    public Forecaster newForecaster(Posterior posterior) {
        PredictionTables tables = tablesOfOne();
        PushForwardPredictor predictor = new PushForwardPredictor(this, posterior, tables);
        PushForwardView view = predictor.newView();
        return stimulus -> {
            tables.place(this, stimulus, 0);
            predictor.refresh();
            return new CountForecast(view.predict(0));
        };
    }

    @Override
    public synchronized WeightedPoints points(Posterior posterior) {
        if (cells == null) {
            cells = GridCells.of(layout);
        }
        return cells.weightedBy(posterior);
    }

    @Override
    public boolean bounds(ParameterAxis axis, double value) {
        return value == 0 && !axis.name().equals("preferred");
    }

    @Override
    public String kind() {
        return "grid/tuningCurve";
    }

    /** The one value of a stimulus. */
    static double value(double[] stimulus) {
        if (stimulus.length != 1) {
            throw new IllegalArgumentException(
                    "stimulus: " + stimulus.length + " values; a tuning curve has one stimulus dimension");
        }
        if (!Double.isFinite(stimulus[0])) {
            throw new IllegalArgumentException("stimulus[0]: " + stimulus[0] + " must be finite");
        }
        return stimulus[0];
    }

    /** Baselines repeated for every dispersion; the padding repeats the last, so that it is in range. */
    private static double[] offsets(GridLayout layout, TuningCurve curve) {
        double[] baselines = curve.axis("baseline").values();
        double[] offsets = new double[layout.stride()];
        Arrays.fill(offsets, baselines[baselines.length - 1]);
        for (int column = 0; column < layout.width(); column++) {
            offsets[column] = baselines[column % baselines.length];
        }
        return offsets;
    }

    /** Index of a column's dispersion; the padding counts to the last. */
    int dispersionOf(int column) {
        return Math.min(column / curve.axis("baseline").size(), curve.dispersions().length - 1);
    }

    static int stride(TuningCurve curve) {
        return Kernels.padded(layoutOf(curve).width());
    }
}
