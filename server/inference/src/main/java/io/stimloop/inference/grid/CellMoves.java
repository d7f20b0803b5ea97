package io.stimloop.inference.grid;

import io.stimloop.numerics.kernel.Kernels;
import io.stimloop.numerics.kernel.MixtureKernels;
import io.stimloop.numerics.kernel.RateKnots;
import io.stimloop.numerics.kernel.Stencils;
import java.util.Arrays;

/**
 * Where the cells of a tuning curve's grid go at one stimulus. A row is a dispersion and a knot of the rate; each cell goes
 * to {@value MixtureKernels#WIDTH} rows that follow each other, with the weights of interpolation.
 *
 * @param first   by cell, the first of its rows
 * @param weights by cell, of each of its rows
 * @param sorted  the cells in the order of their first rows, without the padding
 * @param ends    by row: how many of those have this as their first row, or an earlier one
 * @param rounded the weights in the order of {@code sorted}
 */
record CellMoves(int[] first, double[] weights, int[] sorted, int[] ends, float[] rounded) {
    private static final int WIDTH = MixtureKernels.WIDTH;
    /** A smaller weight is 0 in single precision. */
    private static final double NEGLIGIBLE = 1e-10;

    /** At a stimulus. */
    static CellMoves of(TuningCurveGrid grid, double[] stimulus, RateKnots knots) {
        GridLayout layout = grid.layout();
        double[] gains = new double[grid.curve().profileSize()];
        grid.curve().profile(TuningCurveGrid.value(stimulus), gains, 0);
        int[] first = new int[layout.length()];
        double[] weights = new double[Math.multiplyExact(first.length, WIDTH)];
        Stencils stencils = new Stencils(layout.width());
        for (int row = 0; row < layout.rows(); row++) {
            stencils.place(grid.offsets(), 0, layout.width(), grid.drive(row, gains), knots);
            for (int column = 0; column < layout.width(); column++) {
                int cell = row * layout.stride() + column;
                first[cell] = grid.dispersionOf(column) * knots.count() + stencils.first(column);
                for (int i = 0; i < WIDTH; i++) {
                    weights[cell * WIDTH + i] = stencils.weight(column, i);
                }
            }
        }
        int[] sorted = new int[layout.rows() * layout.width()];
        int[] ends = new int[grid.curve().dispersions().length * knots.count()];
        sort(layout, first, sorted, ends);
        return new CellMoves(first, weights, sorted, ends, rounded(weights, sorted));
    }

    /** A stable counting sort. */
    private static void sort(GridLayout layout, int[] first, int[] sorted, int[] ends) {
        int width = layout.width();
        for (int i = 0; i < sorted.length; i++) {
            ends[first[i / width * layout.stride() + i % width]]++;
        }
        int sum = 0;
        for (int row = 0; row < ends.length; row++) {
            int count = ends[row];
            ends[row] = sum;
            sum += count;
        }
        for (int i = 0; i < sorted.length; i++) {
            int cell = i / width * layout.stride() + i % width;
            sorted[ends[first[cell]]++] = cell;
        }
    }

    private static float[] rounded(double[] weights, int[] sorted) {
        float[] rounded = new float[sorted.length * WIDTH];
        for (int i = 0; i < rounded.length; i++) {
            double weight = weights[sorted[i / WIDTH] * WIDTH + i % WIDTH];
            rounded[i] = Math.abs(weight) >= NEGLIGIBLE ? (float) weight : 0;
        }
        return rounded;
    }

    /**
     * Moves the masses of several neurons onto the rows.
     *
     * @param masses by cell and neuron, as {@link MixtureKernels} has them next to each other
     * @param out    receives them by row and neuron
     */
    void gather(float[] masses, float[] out) {
        Arrays.fill(out, 0);
        int from = 0;
        for (int row = 0; row < ends.length; row++) {
            if (ends[row] > from) {
                Kernels.MIXTURES.gather(masses, sorted, from, ends[row], rounded, out, row);
                from = ends[row];
            }
        }
    }

    /**
     * Bytes of one.
     *
     * @param cells with the padding
     */
    static long bytes(long cells, int rows) {
        return cells * (WIDTH * (Double.BYTES + Float.BYTES) + 2 * Integer.BYTES)
                + (long) Integer.BYTES * rows;
    }
}
