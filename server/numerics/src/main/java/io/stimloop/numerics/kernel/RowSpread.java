package io.stimloop.numerics.kernel;

import java.util.Arrays;

/**
 * Moves rows of mass onto the knots around the rate that each row stands for. Rows are sorted by their first
 * knot, so that those of one stencil are moved together and the knots they go to stay in registers. Mutable;
 * not thread safe.
 */
public final class RowSpread {
    /** Rows moved together: their weights stay in the first-level cache. */
    private static final int CHUNK = 128;

    private final RateKnots knots;
    private final double[] fractions;
    private final double[] cells;
    private final int[] starts;
    private final double[] sortedFractions;
    private final int[] sortedStarts;
    private final int[] ends;
    private final double[] weights = new double[RateKnots.STENCIL * CHUNK];
    private int rows;
    private int firstKnot;
    private int endKnot;

    /** For at most {@code capacity} rows. */
    public RowSpread(int capacity, RateKnots knots) {
        this.knots = knots;
        this.fractions = new double[capacity];
        this.cells = new double[capacity];
        this.starts = new int[capacity];
        // Weights are worked out by fours, of which the last may reach beyond the rows.
        this.sortedFractions = new double[capacity + Kernels.LANES];
        this.sortedStarts = new int[capacity];
        this.ends = new int[knots.count()];
    }

    /** Bytes of the working memory. */
    public static long bytes(int capacity, RateKnots knots) {
        return (3L * Double.BYTES + 2L * Integer.BYTES) * capacity + (long) Integer.BYTES * knots.count()
                + Double.BYTES * RateKnots.STENCIL * CHUNK;
    }

    /** Forgets all rows. */
    public void clear() {
        rows = 0;
    }

    /**
     * Adds rows that follow each other, with the rates {@code max(slopes[k] * gain + offset, LOWEST_RATE)}
     * for k from {@code first} to before {@code end}.
     *
     * @param start  where row {@code first} begins
     * @param stride length of a row
     */
    public void add(double[] slopes, int first, int end, double gain, double offset, int start, int stride) {
        for (int k = first; k < end; k++) {
            fractions[rows + k - first] = Elementary.atLeast(Math.fma(slopes[k], gain, offset),
                    RateKnots.LOWEST_RATE);
            starts[rows + k - first] = start + (k - first) * stride;
        }
        rows += end - first;
    }

    /**
     * Moves all rows added.
     *
     * @param mass   where the rows lie
     * @param stride length of a row, a multiple of {@link Kernels#LANES}
     * @param out    one row for each knot; those from {@link #firstKnot()} to before {@link #endKnot()} are
     *               overwritten, the others are left as they are
     */
    public void spread(double[] mass, int stride, double[] out) {
        // Until they are located, fractions are rates and cells are their logarithms.
        Kernels.ARRAYS.logarithms(fractions, rows, cells);
        Kernels.SPREADS.locate(fractions, cells, rows, knots);
        sort();
        Arrays.fill(out, firstKnot * stride, endKnot * stride, 0);
        int from = 0;
        for (int knot = firstKnot; knot < endKnot; knot++) {
            for (; from < ends[knot]; from = Math.min(from + CHUNK, ends[knot])) {
                int n = Math.min(CHUNK, ends[knot] - from);
                Kernels.SPREADS.lagrange(sortedFractions, from, n, weights);
                Kernels.SPREADS.spreadRows(mass, sortedStarts, from, n, stride, weights, out, knot * stride);
            }
        }
    }

    /** The first knot that any mass was moved to. */
    public int firstKnot() {
        return firstKnot;
    }

    /** The last knot that any mass was moved to, plus one. */
    public int endKnot() {
        return endKnot;
    }

    /** A stable counting sort by first knot; {@code ends} tells where the rows of each end. */
    private void sort() {
        Arrays.fill(ends, 0);
        for (int k = 0; k < rows; k++) {
            ends[(int) cells[k]]++;
        }
        int sum = 0;
        firstKnot = ends.length;
        endKnot = 0;
        for (int knot = 0; knot < ends.length; knot++) {
            int count = ends[knot];
            ends[knot] = sum;
            sum += count;
            if (count > 0) {
                firstKnot = Math.min(firstKnot, knot);
                endKnot = knot + RateKnots.STENCIL;
            }
        }
        for (int k = 0; k < rows; k++) {
            int to = ends[(int) cells[k]]++;
            sortedFractions[to] = fractions[k];
            sortedStarts[to] = starts[k];
        }
    }
}
