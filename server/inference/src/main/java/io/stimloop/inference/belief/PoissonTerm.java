package io.stimloop.inference.belief;

import io.stimloop.inference.response.CountNoise;
import io.stimloop.numerics.kernel.Kernels;
import io.stimloop.numerics.kernel.RateRows;

/** A Poisson count. */
final class PoissonTerm implements CountTerm {
    private static final CountNoise NOISE = new CountNoise(0);

    private final RateRows rates;
    private int count;

    PoissonTerm(RateRows rates) {
        this.rates = rates;
    }

    @Override
    public void observe(int count) {
        this.count = count;
    }

    @Override
    public void add(double[] logs, int from, double gain, double shift, double[] peaks) {
        Kernels.COUNTS.addPoisson(logs, from, rates, gain, count, shift, peaks);
    }

    @Override
    public double constant() {
        return NOISE.logConstant(count);
    }
}
