package io.stimloop.inference.belief;

import io.stimloop.numerics.kernel.CountKernels;
import io.stimloop.numerics.kernel.Kernels;
import io.stimloop.numerics.kernel.RateKnots;
import io.stimloop.numerics.kernel.RateRows;

/**
 * A count at or above the model's ceiling: the observation "at least the ceiling". Its log probability is
 * interpolated over the rate; the error is below 1e-11.
 */
final class TailTerm implements CountTerm {
    private final TuningCurveGrid grid;
    private final LogTails tails;
    private final double[] cells;
    private final double[] weights;

    TailTerm(TuningCurveGrid grid) {
        this.grid = grid;
        this.tails = grid.logTails();
        this.cells = new double[grid.rates().stride()];
        this.weights = new double[RateKnots.STENCIL * cells.length];
    }

    @Override
    public void observe(int count) {
        // All counts from the ceiling on are the same observation.
    }

    @Override
    public void add(double[] logs, int from, double gain, double shift, double[] peaks) {
        RateRows rates = grid.rates();
        int at = from;
        for (double slope : rates.slopes()) {
            Kernels.SPREADS.stencils(rates.offsets(), 0, rates.stride(), 1, slope * gain, tails.knots(),
                    cells, weights);
            for (int column = 0; column < rates.stride(); column++, at++) {
                double old = logs[at] - shift;
                double likelihood = logTail(column);
                logs[at] = old + likelihood;
                peaks[CountKernels.NEW_PEAK] = Math.max(peaks[CountKernels.NEW_PEAK], logs[at]);
                if (old > CountKernels.BELIEVED) {
                    peaks[CountKernels.LIKELIHOOD_PEAK] = Math.max(peaks[CountKernels.LIKELIHOOD_PEAK],
                            likelihood);
                }
            }
        }
    }

    private double logTail(int column) {
        double[] values = tails.values()[grid.dispersionOf(column)];
        int first = (int) cells[column];
        double sum = 0;
        for (int i = 0; i < RateKnots.STENCIL; i++) {
            sum = Math.fma(weights[i * cells.length + column], values[first + i], sum);
        }
        return Math.min(sum, 0);
    }

    @Override
    public double constant() {
        return 0;
    }
}
