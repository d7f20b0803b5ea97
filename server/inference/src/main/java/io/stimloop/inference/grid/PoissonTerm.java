package io.stimloop.inference.grid;

import io.stimloop.inference.response.CountNoise;
import io.stimloop.numerics.kernel.Kernels;
import io.stimloop.numerics.kernel.RateBlock;

/** A Poisson count: {@code count ln(rate) - rate - ln(count!)}. */
final class PoissonTerm implements CountTerm {
    private static final CountNoise NOISE = new CountNoise(0);

    private int count;

    @Override
    public void observe(int count) {
        this.count = count;
    }

    @Override
    public void likelihoods(RateBlock rates, double[] likelihood) {
        Kernels.COUNTS.likelihoods(count, rates.logRates(), rates.rates(), likelihood);
    }

    @Override
    public double constant() {
        return NOISE.logConstant(count);
    }
}
