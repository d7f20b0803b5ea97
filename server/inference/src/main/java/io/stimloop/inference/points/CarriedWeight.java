package io.stimloop.inference.points;

import io.stimloop.numerics.kernel.Kernels;

/**
 * Nothing but the weight: the mutual information {@code H(r) - E[H(r given theta)]}.
 *
 * @param weight of the unit
 */
record CarriedWeight(double weight) implements Carried {
    private static final double[] NONE = {};

    @Override
    public int loads() {
        return 1;
    }

    @Override
    public void fill(WeightedPoints points, Loads loads) {
        loads.weigh(points.weights());
        loads.align();
    }

    @Override
    public double[] newScratch() {
        return NONE;
    }

    @Override
    public double answer(Moments moments, double[] scratch) {
        double entropy = Kernels.ARRAYS.entropy(moments.of(0), moments.end());
        return weight * Math.max(0, entropy - moments.conditionalEntropyNats());
    }

    @Override
    public Carried over(WeightedPoints other) {
        return this;
    }
}
