package io.stimloop.inference.grid;

import io.stimloop.inference.response.CountNoise;
import io.stimloop.numerics.kernel.Kernels;
import io.stimloop.numerics.kernel.RateBlock;

/**
 * A negative-binomial count: {@code count ln(rate) - (count + 1/dispersion) ln(1 + dispersion rate)} and a
 * constant; the dispersion differs between columns.
 */
final class NegativeBinomialTerm implements CountTerm {
    private final double[] dispersions;
    private final double[] exponents;
    private final double[] constants;
    private final double[] spreads;
    private int count;

    NegativeBinomialTerm(TuningCurveGrid grid) {
        int columns = grid.offsets().length;
        this.dispersions = new double[columns];
        this.exponents = new double[columns];
        this.constants = new double[columns];
        this.spreads = new double[columns * grid.amplitudes().length];
        for (int column = 0; column < columns; column++) {
            dispersions[column] = grid.curve().dispersions()[grid.dispersionOf(column)];
        }
    }

    @Override
    public void observe(int count) {
        this.count = count;
        for (int column = 0; column < dispersions.length; column++) {
            boolean asBefore = column > 0 && dispersions[column] == dispersions[column - 1];
            exponents[column] = count + 1 / dispersions[column];
            constants[column] = asBefore
                    ? constants[column - 1]
                    : new CountNoise(dispersions[column]).logConstant(count);
        }
    }

    @Override
    public void likelihoods(RateBlock rates, double[] likelihood) {
        int columns = dispersions.length;
        for (int start = 0; start < spreads.length; start += columns) {
            for (int column = 0; column < columns; column++) {
                spreads[start + column] = Math.fma(dispersions[column], rates.rates()[start + column], 1);
            }
        }
        Kernels.ARRAYS.logarithms(spreads, spreads.length, spreads);
        for (int start = 0; start < spreads.length; start += columns) {
            for (int column = 0; column < columns; column++) {
                spreads[start + column] = Math.fma(spreads[start + column], exponents[column],
                        -constants[column]);
            }
        }
        Kernels.COUNTS.likelihoods(count, rates.logRates(), spreads, likelihood);
    }

    @Override
    public double constant() {
        return 0;
    }
}
