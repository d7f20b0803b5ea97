package io.stimloop.inference.map;

import io.stimloop.numerics.kernel.Kernels;
import io.stimloop.numerics.kernel.RowKernels;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Mean and variance of f at many stimuli under one fit. Rows of prior covariances with the stimuli seen are kept; what
 * a trial costs is one triangular solve for all stimuli at once, tile by tile so that it stays in the cache.
 */
final class FitTable {
    private static final int TILE = 128;

    private final Places places;
    private final int count;
    private final double[] point;
    private final double[] row;
    private final double[] scratch;
    private final double[] mean;
    private final double[] variance;
    private double[] prior = {};
    private double[] solved = {};
    private int rows;
    private @Nullable Covariance covariance;

    FitTable(Places places) {
        this.places = places;
        this.count = places.count();
        this.point = new double[places.geometry().coordinates()];
        this.row = new double[count];
        this.scratch = new double[count];
        this.mean = new double[count];
        this.variance = new double[count];
    }

    static long bytes(MapModel model, int count) {
        int limit = model.limit();
        return Double.BYTES * (long) count * (4 + 3L * limit);
    }

    /** Takes up a fit as it is now. */
    void refresh(LaplaceFit fit, Observations seen) {
        extend(fit, seen);
        Arrays.fill(mean, fit.covariance().kernel().mean());
        Arrays.fill(variance, fit.covariance().kernel().totalVariance());
        for (int from = 0; from < count; from += TILE) {
            solve(fit, from, Math.min(TILE, count - from));
        }
        for (int i = 0; i < count; i++) {
            variance[i] = Math.max(variance[i], Double.MIN_NORMAL);
        }
    }

    private void extend(LaplaceFit fit, Observations seen) {
        rows = fit.covariance() == covariance ? rows : 0;
        covariance = fit.covariance();
        int wanted = fit.size();
        if (wanted * count > prior.length) {
            int capacity = Math.max(wanted, Math.min(wanted + wanted / 2 + 16, seen.limit()));
            prior = Arrays.copyOf(prior, capacity * count);
            solved = new double[capacity * count];
        }
        for (; rows < wanted; rows++) {
            seen.places().coordinates(rows, point);
            fit.covariance().row(places, point, count, row, scratch);
            System.arraycopy(row, 0, prior, rows * count, count);
        }
    }

    /** {@code L^-1 W^1/2 K} for some columns (Rasmussen and Williams 2006, algorithm 3.2), mean and variance. */
    private void solve(LaplaceFit fit, int from, int n) {
        Kernels.ROWS.addRows(1, fit.weights(), rows, prior, count, from, n, mean, from);
        for (int i = 0; i < rows; i++) {
            int at = i * count + from;
            double root = fit.sites().roots()[i];
            double[] factor = fit.sites().factor().row(i);
            for (int c = at; c < at + n; c++) {
                solved[c] = root * prior[c];
            }
            Kernels.ROWS.addRows(-1, factor, i, solved, count, from, n, solved, at);
            double scale = 1 / factor[i];
            for (int c = at; c < at + n; c++) {
                solved[c] *= scale;
            }
            Kernels.ROWS.subtractSquares(solved, at, n, variance, from);
        }
    }

    double mean(int stimulus) {
        return mean[stimulus];
    }

    double variance(int stimulus) {
        return variance[stimulus];
    }

    Places places() {
        return places;
    }

    /** A column of the solved rows. */
    void column(int stimulus, double[] out) {
        for (int i = 0; i < rows; i++) {
            out[i] = solved[i * count + stimulus];
        }
    }

    /** Copies the solved rows into panels, eight stimuli each, one after the other; what fills up the last is 0. */
    void pack(double[] panels) {
        int at = 0;
        for (int from = 0; from < count; from += RowKernels.PANEL) {
            int n = Math.min(RowKernels.PANEL, count - from);
            for (int i = 0; i < rows; i++) {
                System.arraycopy(solved, i * count + from, panels, at, n);
                Arrays.fill(panels, at + n, at + RowKernels.PANEL, 0);
                at += RowKernels.PANEL;
            }
        }
    }

    /** Stimuli seen that the table rests on. */
    int rows() {
        return rows;
    }

    /** Takes what was learned off prior covariances of all stimuli of this table with one. */
    void subtractLearned(double[] column, double[] covariances) {
        Kernels.ROWS.addRows(-1, column, rows, solved, count, 0, count, covariances, 0);
    }
}
