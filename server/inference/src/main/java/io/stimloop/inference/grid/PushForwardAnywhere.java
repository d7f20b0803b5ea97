package io.stimloop.inference.grid;

import io.stimloop.inference.belief.Belief;
import io.stimloop.inference.belief.Prediction;
import io.stimloop.inference.belief.StimulusPredictor;

/** Predicts counts at any stimulus as a {@link PushForwardPredictor} does at its candidates. */
final class PushForwardAnywhere implements StimulusPredictor {
    private final TuningCurveGrid grid;
    private final Posterior posterior;
    private final ActiveRows active;

    PushForwardAnywhere(TuningCurveGrid grid, Posterior posterior) {
        this.grid = grid;
        this.posterior = posterior;
        this.active = new ActiveRows(grid.curve().profileSize(), grid.amplitudes().length);
        refresh();
    }

    @Override
    public void refresh() {
        active.find(posterior.rowMass());
    }

    @Override
    public View newView() {
        return new AnywhereView();
    }

    @Override
    public StimulusPredictor over(Belief other) {
        return new PushForwardAnywhere(grid, GridBelief.posteriorOf(other, grid));
    }

    private final class AnywhereView implements View {
        private final PredictionTables tables = grid.tablesOfOne();
        private final PushForwardView view = new PushForwardView(tables, active, posterior.weights(), grid);

        @Override
        public Prediction predict(double[] stimulus) {
            tables.place(grid, stimulus, 0);
            return view.predict(0);
        }
    }
}
