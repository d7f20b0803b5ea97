package io.stimloop.inference.points;

import io.stimloop.numerics.kernel.Kernels;

/**
 * What the points carry while their responses are sorted out: each its weight, and its weight times some functions
 * of where it stands. Shared by the views of a predictor; changed by its refresh only.
 */
final class Loads {
    private final double[][] columns;
    private final int stride;
    private final double[] rows;
    private final ActivePoints active;
    private final double[] totals;
    private int used;

    /**
     * For points.
     *
     * @param loads  each point carries, its weight included
     * @param inRows whether the loads of a point are needed side by side too
     */
    Loads(int size, int loads, boolean inRows) {
        this.columns = new double[loads][];
        for (int j = 1; j < loads; j++) {
            columns[j] = new double[size];
        }
        this.columns[0] = new double[0];
        this.stride = Kernels.padded(loads);
        this.rows = new double[inRows ? Math.multiplyExact(size, stride) : 0];
        this.active = new ActivePoints(size);
        this.totals = new double[loads];
        this.used = loads;
    }

    static long bytes(int size, int loads, boolean inRows) {
        long doubles = (long) (loads - 1) * size + loads + (inRows ? (long) size * Kernels.padded(loads) : 0);
        return Double.BYTES * doubles + ActivePoints.bytes(size);
    }

    /** Takes up the weights; the other loads are for the caller to fill in then. */
    void weigh(double[] weights) {
        columns[0] = weights;
        active.find(weights);
    }

    /** Sums the loads up and puts them side by side, when all have been filled in. */
    void align() {
        for (int j = 0; j < used; j++) {
            totals[j] = Kernels.ARRAYS.sum(columns[j], columns[j].length);
        }
        if (rows.length > 0) {
            for (int i = 0; i < active.count(); i++) {
                int k = active.get(i);
                for (int j = 0; j < used; j++) {
                    rows[k * stride + j] = columns[j][k];
                }
            }
        }
    }

    /** Says that only the first so many loads are filled in. */
    void use(int loads) {
        used = loads;
    }

    /** Number of loads that are filled in. */
    int count() {
        return used;
    }

    /** Load j of every point; load 0 is its weight. */
    double[] column(int j) {
        return columns[j];
    }

    /** The sum of load j over all points. */
    double total(int j) {
        return totals[j];
    }

    /** The loads of each point side by side, {@link #stride()} apart. */
    double[] rows() {
        return rows;
    }

    /** Distance of the loads of two points in {@link #rows()}. */
    int stride() {
        return stride;
    }

    ActivePoints active() {
        return active;
    }
}
