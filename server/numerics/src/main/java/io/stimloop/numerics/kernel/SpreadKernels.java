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
     * Finds where rates lie between the knots.
     *
     * @param n         how many
     * @param cells     receives the index of the first knot of each rate's stencil, a whole number
     * @param fractions receives where in the middle interval of its stencil the rate lies, from 0 to 1
     */
    default void locate(double[] rates, double[] logRates, int n, RateKnots knots, double[] cells,
            double[] fractions) {
        // The compiler finds the vectors of such a loop by itself; one text serves both twins.
        double perStep = 1 / knots.step();
        double origin = knots.origin();
        for (int k = 0; k < n; k++) {
            double coordinate = Math.fma(logRates[k], RateKnots.LOG_WEIGHT, Math.sqrt(rates[k]));
            double position = (coordinate - origin) * perStep;
            double below = (position - 0.5 + Elementary.ROUNDER) - Elementary.ROUNDER;
            cells[k] = below - RateKnots.BELOW;
            fractions[k] = position - below;
        }
    }

    /**
     * Weights of Lagrange interpolation.
     *
     * @param fractions as {@link #locate} gave them
     * @param n         how many, a multiple of {@link Kernels#LANES}
     * @param weights   receives the weight of knot i of stencil k at {@code i * fractions.length + k}
     */
    void lagrange(double[] fractions, int n, double[] weights);

    /**
     * Moves whole rows: {@code mass[(first(k) + i) * stride + c] += weight(k, i) * rows[from + k * stride + c]}
     * for the first {@code n} stencils.
     *
     * @param stride length of a row, a multiple of {@link Kernels#LANES}
     */
    void spreadRows(double[] rows, int from, int n, int stride, Stencils stencils, double[] mass);

    /**
     * Moves single numbers: {@code out[outFrom + first[at + k] + i] += weights[(at + k) * STENCIL + i] *
     * mass[from + k]} for k below {@code n}, but for those that are {@link #NEGLIGIBLE}.
     */
    void spreadCells(double[] mass, int from, int n, int[] first, double[] weights, int at, double[] out,
            int outFrom);
}
