package io.stimloop.inference.belief;

import io.stimloop.numerics.kernel.RateBlock;
import io.stimloop.numerics.kernel.RateKnots;
import io.stimloop.numerics.kernel.Stencils;

/**
 * A count at or above the model's ceiling: the observation "at least the ceiling". Its log probability is
 * interpolated over the rate.
 */
final class TailTerm implements CountTerm {
    private final TuningCurveGrid grid;
    private final Stencils stencils;

    TailTerm(TuningCurveGrid grid) {
        this.grid = grid;
        this.stencils = new Stencils(grid.offsets().length);
    }

    @Override
    public void observe(int count) {
        // All counts from the ceiling on are the same observation.
    }

    @Override
    public void likelihoods(RateBlock rates, double[] likelihood) {
        int columns = grid.offsets().length;
        RateKnots knots = grid.logTails().knots();
        for (int start = 0; start < rates.size(); start += columns) {
            stencils.place(rates.rates(), start, columns, 0, knots);
            for (int column = 0; column < columns; column++) {
                likelihood[start + column] = logTail(column);
            }
        }
    }

    private double logTail(int column) {
        double[] values = grid.logTails().values()[grid.dispersionOf(column)];
        double sum = 0;
        for (int i = 0; i < RateKnots.STENCIL; i++) {
            sum = Math.fma(stencils.weight(column, i), values[stencils.first(column) + i], sum);
        }
        return Math.min(sum, 0);
    }

    @Override
    public double constant() {
        return 0;
    }
}
