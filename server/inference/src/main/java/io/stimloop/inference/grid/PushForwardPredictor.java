package io.stimloop.inference.grid;

import io.stimloop.inference.belief.Belief;
import io.stimloop.inference.belief.ResponsePredictor;
import io.stimloop.inference.response.ResponseTable;
import io.stimloop.inference.response.TuningCurve;
import io.stimloop.numerics.kernel.RowSpread;

/**
 * Predicts counts by pushing the posterior forward onto the rate, on which alone the count depends. The
 * probability of a count is smooth in the rate, so mass may be moved onto a few knots with the weights of
 * interpolation: first each row of the grid along its drive {@code amplitude * g(x)}, all baselines and
 * dispersions at once, then each baseline along the rate. What is left is a mixture of some hundred
 * distributions, instead of one for every cell of the grid.
 *
 * <p>Against the plain way ({@link PlainPredictor}) the error in the mutual information between count and
 * parameters is below 1e-9 nats on the reference cases, below 2e-9 on all models that the tests draw at random, and
 * below 1e-8 on those of them with a count ceiling.
 */
final class PushForwardPredictor implements ResponsePredictor {
    private final TuningCurveGrid grid;
    private final Posterior posterior;
    private final PredictionTables tables;
    private final ActiveRows active;

    PushForwardPredictor(TuningCurveGrid grid, Posterior posterior, PredictionTables tables) {
        this.grid = grid;
        this.posterior = posterior;
        this.tables = tables;
        this.active = new ActiveRows(grid.curve().profileSize(), grid.amplitudes().length);
        refresh();
    }

    /** Bytes of one view of a predictor for the curve. */
    static long viewBytes(TuningCurve curve) {
        long doubles = (long) PredictionTables.driveKnots(curve).count() * TuningCurveGrid.stride(curve)
                + (long) curve.dispersions().length * PredictionTables.rateKnots(curve).count()
                + ResponseTable.symbols(curve.counts());
        return Double.BYTES * doubles
                + RowSpread.bytes(TuningCurveGrid.layoutOf(curve).rows(), PredictionTables.driveKnots(curve));
    }

    @Override
    public int candidates() {
        return tables.candidates();
    }

    @Override
    public void refresh() {
        active.find(posterior.rowMass());
    }

    @Override
    public PushForwardView newView() {
        return new PushForwardView(tables, active, posterior.weights(), grid);
    }

    @Override
    public ResponsePredictor over(Belief other) {
        return new PushForwardPredictor(grid, GridBelief.posteriorOf(other, grid), tables);
    }

    @Override
    public long bytes() {
        return PredictionTables.bytes(grid.curve(), candidates()) + viewBytes(grid.curve());
    }
}
