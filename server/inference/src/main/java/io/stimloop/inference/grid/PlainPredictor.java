package io.stimloop.inference.grid;

import io.stimloop.inference.belief.Belief;
import io.stimloop.inference.belief.DiscretePrediction;
import io.stimloop.inference.belief.ResponsePredictor;
import io.stimloop.inference.response.CountNoise;
import io.stimloop.inference.response.ResponseTable;
import io.stimloop.inference.response.TuningCurve;
import io.stimloop.numerics.kernel.Kernels;
import io.stimloop.numerics.kernel.RateKnots;
import java.util.Arrays;

/**
 * The plain way to the same predictions: p(r given x, theta) evaluated for every stimulus, every cell of the
 * grid and every count. The baseline that the fast way is measured against, in time and in accuracy.
 */
public final class PlainPredictor implements ResponsePredictor {
    private final TuningCurveGrid grid;
    private final Posterior posterior;
    private final double[][] candidates;
    private final int symbols;

    /**
     * @param curve      the model that the belief is about
     * @param belief     a belief made from it
     * @param candidates one row per stimulus
     */
    public PlainPredictor(TuningCurve curve, GridBelief belief, double[][] candidates) {
        this(new TuningCurveGrid(curve), belief.posterior(), copyOf(candidates));
    }

    private PlainPredictor(TuningCurveGrid grid, Posterior posterior, double[][] candidates) {
        this.grid = grid;
        this.posterior = posterior;
        this.candidates = candidates;
        this.symbols = ResponseTable.symbols(grid.curve().counts());
    }

    @Override
    public int candidates() {
        return candidates.length;
    }

    @Override
    public void refresh() {
        posterior.weights();
    }

    @Override
    public View newView() {
        return new PlainView();
    }

    @Override
    public ResponsePredictor over(Belief other) {
        if (!(other instanceof GridBelief belief)) {
            throw new IllegalArgumentException("belief: " + other + " must be a grid belief");
        }
        return new PlainPredictor(grid, belief.posterior(), candidates);
    }

    @Override
    public long bytes() {
        return Double.BYTES * (candidates.length + grid.curve().profileSize() + 2L * symbols);
    }

    private static double[][] copyOf(double[][] rows) {
        return Arrays.stream(rows).map(double[]::clone).toArray(double[][]::new);
    }

    private final class PlainView implements View, DiscretePrediction {
        private final double[] gains = new double[grid.curve().profileSize()];
        private final double[] given = new double[symbols];
        private final double[] distribution = new double[symbols];
        private double conditionalEntropyNats;

        @Override
        public DiscretePrediction predict(int candidate) {
            grid.curve().profile(TuningCurveGrid.value(candidates[candidate]), gains, 0);
            Arrays.fill(distribution, 0);
            conditionalEntropyNats = 0;
            int rows = grid.layout().rows();
            for (int row = 0; row < rows; row++) {
                addRow(row, grid.drive(row, gains));
            }
            return this;
        }

        private void addRow(int row, double drive) {
            double[] weights = posterior.weights();
            int width = grid.layout().width();
            int start = row * grid.offsets().length;
            for (int column = 0; column < width; column++) {
                double rate = Math.max(grid.offsets()[column] + drive, RateKnots.LOWEST_RATE);
                double dispersion = grid.curve().dispersions()[grid.dispersionOf(column)];
                new CountNoise(dispersion).fill(rate, given, symbols);
                double weight = weights[start + column];
                Kernels.ARRAYS.addScaled(weight, given, 0, symbols, distribution, 0);
                conditionalEntropyNats += weight * Kernels.ARRAYS.entropy(given, symbols);
            }
        }

        @Override
        public int symbols() {
            return symbols;
        }

        @Override
        public double[] probabilities() {
            return distribution;
        }

        @Override
        public double conditionalEntropyNats() {
            return conditionalEntropyNats;
        }
    }
}
