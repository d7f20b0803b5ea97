package io.stimloop.numerics.kernel;

import java.util.Arrays;

/**
 * For each of a few rates, the knots around it and their weights: those of
 * {@value RateKnots#STENCIL}-point Lagrange interpolation. Mutable; not thread safe.
 */
public final class Stencils {
    private final double[] fractions;
    private final double[] cells;
    private final double[] weights;

    /** For at most {@code capacity} rates. */
    public Stencils(int capacity) {
        int padded = Kernels.padded(capacity);
        this.fractions = new double[padded];
        this.cells = new double[padded];
        this.weights = new double[RateKnots.STENCIL * padded];
    }

    /** Finds the knots around the rates {@code max(x[from + k] + offset, LOWEST_RATE)}, k below n. */
    public void place(double[] x, int from, int n, double offset, RateKnots knots) {
        // Until they are located, fractions are rates and cells are their logarithms.
        for (int k = 0; k < n; k++) {
            fractions[k] = Elementary.atLeast(x[from + k] + offset, RateKnots.LOWEST_RATE);
        }
        Arrays.fill(fractions, n, fractions.length, RateKnots.LOWEST_RATE);
        Kernels.ARRAYS.logarithms(fractions, n, cells);
        Kernels.SPREADS.locate(fractions, cells, n, knots);
        Kernels.SPREADS.lagrange(fractions, 0, n, weights);
    }

    /** Index of the first knot around rate k. */
    public int first(int k) {
        return (int) cells[k];
    }

    /** Weight of knot {@code first(k) + i}. */
    public double weight(int k, int i) {
        return weights[i * cells.length + k];
    }
}
