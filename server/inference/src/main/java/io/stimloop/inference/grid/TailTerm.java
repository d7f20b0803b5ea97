package io.stimloop.inference.grid;

import io.stimloop.numerics.kernel.RateBlock;
import io.stimloop.numerics.kernel.RateKnots;
import io.stimloop.numerics.kernel.Stencils;
import java.util.Arrays;

/**
 * A count at or above the model's ceiling: the observation "at least the ceiling". Its log probability is
 * interpolated over the rate.
 */
final class TailTerm implements CountTerm {
    private final RateKnots knots;
    private final double[][] valuesOfColumn;
    private final Stencils stencils;

    TailTerm(TuningCurveGrid grid) {
        int columns = grid.offsets().length;
        this.knots = grid.logTails().knots();
        this.valuesOfColumn = new double[columns][];
        Arrays.setAll(valuesOfColumn, column -> grid.logTails().values()[grid.dispersionOf(column)]);
        this.stencils = new Stencils(columns);
    }

    @Override
    public void observe(int count) {
        // All counts from the ceiling on are the same observation.
    }

    @Override
    public void likelihoods(RateBlock rates, double[] likelihood) {
        int columns = valuesOfColumn.length;
        for (int start = 0; start < rates.size(); start += columns) {
            stencils.place(rates.rates(), start, columns, 0, knots);
            for (int column = 0; column < columns; column++) {
                likelihood[start + column] = logTail(column);
            }
        }
    }

    private double logTail(int column) {
        double[] values = valuesOfColumn[column];
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
