package io.stimloop.inference.belief;

import io.stimloop.inference.response.CountNoise;
import io.stimloop.numerics.kernel.CountKernels.DispersionTerms;
import io.stimloop.numerics.kernel.Kernels;

/** A negative-binomial count; the dispersion differs between columns. */
final class NegativeBinomialTerm implements CountTerm {
    private final TuningCurveGrid grid;
    private final DispersionTerms terms;
    private int count;

    NegativeBinomialTerm(TuningCurveGrid grid) {
        int columns = grid.rates().stride();
        this.grid = grid;
        this.terms = new DispersionTerms(new double[columns], new double[columns], new double[columns]);
        double[] dispersions = grid.curve().dispersions();
        for (int column = 0; column < columns; column++) {
            terms.dispersion()[column] = dispersions[grid.dispersionOf(column)];
        }
    }

    @Override
    public void observe(int count) {
        this.count = count;
        double[] dispersions = terms.dispersion();
        for (int column = 0; column < dispersions.length; column++) {
            boolean asBefore = column > 0 && dispersions[column] == dispersions[column - 1];
            terms.exponent()[column] = count + 1 / dispersions[column];
            terms.constant()[column] = asBefore
                    ? terms.constant()[column - 1]
                    : new CountNoise(dispersions[column]).logConstant(count);
        }
    }

    @Override
    public void add(double[] logs, int from, double gain, double shift, double[] peaks) {
        Kernels.COUNTS.addNegativeBinomial(logs, from, grid.rates(), gain, count, terms, shift, peaks);
    }

    @Override
    public double constant() {
        return 0;
    }
}
