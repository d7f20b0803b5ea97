package io.stimloop.inference.grid;

import io.stimloop.inference.belief.DiscretePrediction;
import io.stimloop.inference.belief.ResponsePredictor;
import io.stimloop.inference.response.ResponseTable;
import io.stimloop.numerics.kernel.Kernels;
import io.stimloop.numerics.kernel.RowSpread;
import java.util.Arrays;

/** One thread's way to the predictions of a {@link PushForwardPredictor}; holds the last of them. */
final class PushForwardView implements ResponsePredictor.View, DiscretePrediction {
    private final PredictionTables tables;
    private final ActiveRows active;
    private final double[] weights;
    private final int stride;
    private final int baselines;
    private final int dispersions;
    private final double[] amplitudes;

    private final RowSpread drives;
    private final double[] driveMass;
    private final double[] rateMass;
    private final double[] distribution;
    private double conditionalEntropyNats;

    /** @param weights of the posterior predicted from, which its owner overwrites after each trial */
    PushForwardView(PredictionTables tables, ActiveRows active, double[] weights, TuningCurveGrid grid) {
        this.tables = tables;
        this.active = active;
        this.weights = weights;
        this.stride = grid.offsets().length;
        this.baselines = grid.curve().axis("baseline").size();
        this.dispersions = grid.curve().dispersions().length;
        this.amplitudes = grid.amplitudes();
        this.drives = new RowSpread(grid.layout().rows(), tables.driveKnots());
        this.driveMass = new double[tables.driveKnots().count() * stride];
        this.rateMass = new double[dispersions * tables.rateKnots().count()];
        this.distribution = new double[tables.responses().symbols()];
    }

    @Override
    public DiscretePrediction predict(int candidate) {
        gatherDrives(candidate);
        gatherRates();
        mixDistributions();
        return this;
    }

    /** Moves the rows with mass onto the knots of the drive. */
    private void gatherDrives(int candidate) {
        drives.clear();
        for (int i = 0; i < active.count(); i++) {
            int profile = active.profile(i);
            int first = active.firstAmplitude(i);
            drives.add(amplitudes, first, active.endAmplitude(i), tables.gain(candidate, profile),
                    tables.lowestRate(), (profile * amplitudes.length + first) * stride, stride);
        }
        drives.spread(weights, stride, driveMass);
    }

    /** Moves what lies at (drive, dispersion, baseline) onto the knots of the rate, by dispersion. */
    private void gatherRates() {
        Arrays.fill(rateMass, 0);
        int rateKnots = tables.rateKnots().count();
        for (int drive = drives.firstKnot(); drive < drives.endKnot(); drive++) {
            for (int d = 0; d < dispersions; d++) {
                int at = drive * stride + d * baselines;
                Kernels.SPREADS.spreadCells(driveMass, at, baselines, tables.firstRateKnot(),
                        tables.rateWeights(), at, rateMass, d * rateKnots);
            }
        }
    }

    /** Mixes the distributions at the knots of the rate, and averages their entropies. */
    private void mixDistributions() {
        ResponseTable responses = tables.responses();
        Arrays.fill(distribution, 0);
        for (int row = 0; row < rateMass.length; row++) {
            if (rateMass[row] != 0) {
                responses.addTo(distribution, row, rateMass[row]);
            }
        }
        // Interpolation weights have both signs: an impossible count may come out just below 0.
        for (int count = 0; count < distribution.length; count++) {
            distribution[count] = Math.max(distribution[count], 0);
        }
        conditionalEntropyNats = Kernels.ARRAYS.dot(rateMass, responses.entropyNats(), rateMass.length);
    }

    @Override
    public int symbols() {
        return distribution.length;
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
