package io.stimloop.inference.map;

import io.stimloop.numerics.kernel.Kernels;

/** Prior covariances of f under one kernel. Immutable, but for the working memory that callers bring. */
final class Covariance {
    /** Stimuli nearer than a thousandth of a length, squared and halved, are the same stimulus. */
    static final double SAME = -0.5e-6;

    private final MapKernel kernel;
    private final double[] weights;
    private final double[] halfTurnWeights;
    private final double[] identity;

    /**
     * @param kernel   in force
     * @param measure  by whose lengths stimuli are told apart; does not change when the kernel is refitted
     */
    Covariance(Geometry geometry, MapKernel kernel, MapKernel measure) {
        this.kernel = kernel;
        this.weights = geometry.weights(kernel);
        this.halfTurnWeights = geometry.halfTurnWeights(kernel);
        this.identity = geometry.weights(measure);
    }

    MapKernel kernel() {
        return kernel;
    }

    /**
     * Covariances of f at the first places with f at a point.
     *
     * @param scratch as long as {@code out}
     */
    void row(Places places, double[] point, int n, double[] out, double[] scratch) {
        places.exponents(weights, point, n, out);
        Kernels.ARRAYS.exponentials(out, 0, n, out);
        for (int i = 0; i < n; i++) {
            out[i] = kernel.meanVariance() + kernel.variance() * out[i];
        }
        if (kernel.halfTurnVariance() > 0) {
            places.exponents(halfTurnWeights, point, n, scratch);
            Kernels.ARRAYS.exponentials(scratch, 0, n, scratch);
            Kernels.ARRAYS.addScaled(kernel.halfTurnVariance(), scratch, 0, n, out, 0);
        }
        if (kernel.independentVariance() > 0) {
            places.exponents(identity, point, n, scratch);
            for (int i = 0; i < n; i++) {
                out[i] += scratch[i] > SAME ? kernel.independentVariance() : 0;
            }
        }
    }

    /**
     * The first place that is the same stimulus as a point, or, where there is none, minus the nearest one less 1.
     *
     * @param n       from 1
     * @param scratch as long as {@code n}
     */
    int find(Places places, double[] point, int n, double[] scratch) {
        places.exponents(identity, point, n, scratch);
        int nearest = 0;
        for (int i = 1; i < n; i++) {
            nearest = scratch[i] > scratch[nearest] ? i : nearest;
        }
        return scratch[nearest] > SAME ? nearest : -nearest - 1;
    }
}
