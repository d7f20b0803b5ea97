package io.stimloop.numerics.kernel;

/**
 * Moves probability mass from where it lies onto the knots around it, with the weights of interpolation: the
 * transpose of interpolation. Any function that the knots interpolate well has the same expectation before
 * and after. Stateless.
 */
public interface SpreadKernels {
    /** Cells with less mass than this are not moved on; a million of them would not make 1e-12. */
    double NEGLIGIBLE = 1e-18;

    /**
     * Finds where rates lie between the knots; works in place.
     *
     * @param n        how many
     * @param rates    in: the rates; out: where in the middle interval of its stencil each lies, from 0 to 1
     * @param logRates in: their logarithms; out: the index of the first knot of each stencil
     */
    default void locate(double[] rates, double[] logRates, int n, RateKnots knots) {
        // The compiler finds the vectors of such a loop by itself; one text serves both twins.
        double perStep = 1 / knots.step();
        double origin = knots.origin();
        for (int k = 0; k < n; k++) {
            double coordinate = Math.fma(logRates[k], RateKnots.LOG_WEIGHT, Math.sqrt(rates[k]));
            double position = (coordinate - origin) * perStep;
            double below = (position - 0.5 + Elementary.ROUNDER) - Elementary.ROUNDER;
            logRates[k] = below - RateKnots.BELOW;
            rates[k] = position - below;
        }
    }

    /**
     * Weights of Lagrange interpolation.
     *
     * @param fractions where in the middle interval of its stencil each point lies; readable up to
     *                  {@code from + padded(n)}
     * @param n         how many points
     * @param weights   receives the weight of knot i of the k-th stencil at
     *                  {@code i * weights.length / STENCIL + k}
     */
    void lagrange(double[] fractions, int from, int n, double[] weights);

    /**
     * Moves rows that have the same stencil, each by its own weights: {@code mass[to + i * stride + c] +=
     * weight(k, i) * rows[starts[from + k] + c]} for k below {@code n} and c below {@code stride}.
     *
     * @param stride  length of a row, a multiple of {@link Kernels#LANES}
     * @param weights as {@link #lagrange} lays them out
     */
    void spreadRows(double[] rows, int[] starts, int from, int n, int stride, double[] weights, double[] mass,
            int to);

    /**
     * Moves single numbers: {@code out[outFrom + first[at + k] + i] += weights[(at + k) * STENCIL + i] *
     * mass[from + k]} for k below {@code n}, but for those that are {@link #NEGLIGIBLE}.
     */
    void spreadCells(double[] mass, int from, int n, int[] first, double[] weights, int at, double[] out,
            int outFrom);
}
