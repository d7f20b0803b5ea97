package io.stimloop.inference.map;

import io.stimloop.numerics.kernel.Kernels;
import io.stimloop.numerics.kernel.RowKernels;
import java.util.Arrays;

/**
 * For each of many stimuli x the sum over them of {@code w_t cov(f_t, f_x)^2} under a fit. Every posterior covariance is
 * worked out once and counts for both of its stimuli; the products of what was learned are formed in tiles that stay in
 * registers. Not thread safe.
 */
final class SquaredCovariances {
    private static final int ROWS = RowKernels.HALF_PANEL;
    private static final int COLUMNS = RowKernels.PANEL;
    /** Fewer stimuli are quicker one by one. */
    private static final int FEWEST = 64;
    /** More are left to the search, which may stop between two candidates. */
    private static final int MOST = 1024;

    private final int count;
    /** Covariances of a few stimuli with those up to themselves. */
    private final double[][] covariances;
    private final double[] scratch;
    private final double[] point;
    private double[] panels = {};

    SquaredCovariances(Places places) {
        this.count = places.count();
        this.covariances = new double[ROWS][(count + COLUMNS - 1) / COLUMNS * COLUMNS];
        this.scratch = new double[count];
        this.point = new double[places.geometry().coordinates()];
    }

    /** Whether it is worth while for so many stimuli. */
    static boolean suits(int count) {
        return count >= FEWEST && count <= MOST;
    }

    static long bytes(MapModel model, int count) {
        return suits(count)
                ? Double.BYTES * (long) count * (ROWS + 1 + model.limit() + model.limit() / 2)
                : 0;
    }

    /**
     * Works out the sums.
     *
     * @param table   of the stimuli under the fit
     * @param weights by stimulus
     * @param sums    receives one per stimulus
     */
    void of(Covariance covariance, FitTable table, double[] weights, double[] sums) {
        int length = COLUMNS * table.rows();
        int needed = (count + COLUMNS - 1) / COLUMNS * length;
        if (panels.length < needed) {
            panels = new double[needed + needed / 2];
        }
        table.pack(panels);
        Arrays.fill(sums, 0);
        for (int x = 0; x < count; x += ROWS) {
            int rows = Math.min(ROWS, count - x);
            for (int q = 0; q < rows; q++) {
                table.places().coordinates(x + q, point);
                covariance.row(table.places(), point, x + rows, covariances[q], scratch);
            }
            int own = x / COLUMNS * length + x % COLUMNS;
            for (int t = 0; t < x + rows; t += COLUMNS) {
                Kernels.ROWS.subtractProducts(panels, own, panels, t / COLUMNS * length, table.rows(),
                        covariances, t);
            }
            for (int q = 0; q < rows; q++) {
                add(x + q, covariances[q], weights, sums);
            }
        }
    }

    /** Adds what the covariances of a stimulus with those up to itself come to. */
    private static void add(int x, double[] covariances, double[] weights, double[] sums) {
        for (int t = 0; t <= x; t++) {
            covariances[t] *= covariances[t];
        }
        Kernels.ARRAYS.addScaled(weights[x], covariances, 0, x, sums, 0);
        sums[x] += Kernels.ARRAYS.dot(weights, covariances, x + 1);
    }
}
