package io.stimloop.numerics.kernel;

import java.util.Arrays;

/**
 * For each of some rates, the knots around it and their weights: those of {@value RateKnots#STENCIL}-point
 * Lagrange interpolation. Mutable; not thread safe.
 */
public final class Stencils {
    private final double[] rates;
    private final double[] logRates;
    private final double[] cells;
    private final double[] fractions;
    private final double[] weights;

    /** For at most {@code capacity} rates. */
    public Stencils(int capacity) {
        int padded = Kernels.padded(capacity);
        this.rates = new double[padded];
        this.logRates = new double[padded];
        this.cells = new double[padded];
        this.fractions = new double[padded];
        this.weights = new double[RateKnots.STENCIL * padded];
        // What lies beyond the rates in use is worked on too, and must be a rate for that.
        Arrays.fill(rates, 1);
    }

    /** Finds the knots around the rates {@code max(x[from + k] * slope + offset, LOWEST_RATE)}, k below n. */
    public void place(double[] x, int from, int n, double slope, double offset, RateKnots knots) {
        for (int k = 0; k < n; k++) {
            rates[k] = Math.max(Math.fma(x[from + k], slope, offset), RateKnots.LOWEST_RATE);
        }
        int padded = Kernels.padded(n);
        Kernels.ARRAYS.logarithms(rates, padded, logRates);
        Kernels.SPREADS.locate(rates, logRates, padded, knots, cells, fractions);
        Kernels.SPREADS.lagrange(fractions, padded, weights);
    }

    /** Index of the first knot around rate k. */
    public int first(int k) {
        return (int) cells[k];
    }

    /** Weight of knot {@code first(k) + i}. */
    public double weight(int k, int i) {
        return weights[i * cells.length + k];
    }

    /** Those of all rates, as {@link SpreadKernels#lagrange} lays them out. */
    double[] cells() {
        return cells;
    }

    /** Those of all rates, as {@link SpreadKernels#lagrange} lays them out. */
    double[] weights() {
        return weights;
    }

    /** Bytes of the working memory. */
    public static long bytes(int capacity) {
        return (4L + RateKnots.STENCIL) * Double.BYTES * Kernels.padded(capacity);
    }
}
