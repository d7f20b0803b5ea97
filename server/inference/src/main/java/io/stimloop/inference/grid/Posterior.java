package io.stimloop.inference.grid;

import io.stimloop.inference.response.ParameterAxis;
import io.stimloop.numerics.kernel.CountKernels;
import io.stimloop.numerics.kernel.Elementary;
import io.stimloop.numerics.kernel.Kernels;
import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * A probability for every cell of a grid, held as logarithms up to a constant. Probabilities themselves are
 * worked out when they are asked for. Mutable; not thread safe.
 */
final class Posterior {
    /** The logarithm of no probability: finite, so that sums with it stay numbers; its exponential is 0. */
    private static final double IMPOSSIBLE = -1e300;

    private final GridLayout layout;
    private final double[] logs;
    private final double[] weights;
    private final double[] rowMass;
    private final double[] peaks = new double[2];
    private double peak;
    private double logTotal;
    private boolean normalised;
    /** Not a number until it is asked for. */
    private double entropy = Double.NaN;

    /** The prior of the layout's axes. */
    Posterior(GridLayout layout) {
        this.layout = layout;
        this.logs = logPrior(layout);
        this.weights = new double[logs.length];
        this.rowMass = new double[layout.rows()];
        this.peak = Arrays.stream(logs).max().orElseThrow();
    }

    /** A copy; only the logarithms are copied. */
    Posterior(Posterior other) {
        this.layout = other.layout;
        this.logs = other.logs.clone();
        this.weights = new double[logs.length];
        this.rowMass = new double[other.rowMass.length];
        this.peak = other.peak;
    }

    /** One that was taken apart by {@link #logs()}. */
    Posterior(GridLayout layout, double[] logs) {
        this.layout = layout;
        this.logs = logs.clone();
        this.weights = new double[logs.length];
        this.rowMass = new double[layout.rows()];
        this.peak = Arrays.stream(logs).max().orElseThrow();
    }

    /** Takes up another posterior over the same layout. */
    void take(Posterior other) {
        System.arraycopy(other.logs, 0, logs, 0, logs.length);
        peak = other.peak;
        normalised = false;
        entropy = Double.NaN;
    }

    static long bytes(GridLayout layout) {
        return Double.BYTES * (2L * layout.rows() * layout.stride() + layout.rows());
    }

    GridLayout layout() {
        return layout;
    }

    /**
     * Multiplies by a likelihood.
     *
     * @return the largest log likelihood among the cells believed in before
     */
    double multiply(LikelihoodPass pass, double[] stimulus, double[] response) {
        Arrays.fill(peaks, Double.NEGATIVE_INFINITY);
        pass.add(logs, peak, stimulus, response, peaks);
        peak = peaks[CountKernels.NEW_PEAK];
        normalised = false;
        entropy = Double.NaN;
        return peaks[CountKernels.LIKELIHOOD_PEAK];
    }

    /** The logarithm of the probability of every cell, up to a constant, with the padding. Not to be modified. */
    double[] logs() {
        return logs;
    }

    /** The probability of every cell, rows padded with zeros. Not to be modified; overwritten later. */
    double[] weights() {
        normalise();
        return weights;
    }

    /** Writes the probability of every cell relative to the likeliest one's, rows padded with zeros. */
    void writeRelative(double[] out) {
        Kernels.ARRAYS.exponentials(logs, peak, logs.length, out);
    }

    /** The probability of every row. Not to be modified; overwritten later. */
    double[] rowMass() {
        normalise();
        return rowMass;
    }

    /** The probability of every column, padded with zeros. Not to be modified; may be overwritten later. */
    double[] columnMass() {
        normalise();
        if (rowMass.length == 1) {
            return weights;
        }
        int stride = layout.stride();
        double[] mass = new double[stride];
        for (int row = 0; row < rowMass.length; row++) {
            Kernels.ARRAYS.addScaled(1, weights, row * stride, stride, mass, 0);
        }
        return mass;
    }

    /** The index of a cell drawn from the posterior. */
    int draw(UniformRandomProvider random) {
        normalise();
        double left = random.nextDouble();
        int row = 0;
        while (row < rowMass.length - 1 && left >= rowMass[row]) {
            left -= rowMass[row];
            row++;
        }
        int cell = row * layout.stride();
        int last = cell + layout.width() - 1;
        while (cell < last && left >= weights[cell]) {
            left -= weights[cell];
            cell++;
        }
        return cell;
    }

    /** Whether probabilities were asked for since it was multiplied. */
    boolean isNormalised() {
        return normalised;
    }

    /** With p = exp(l - peak) / total: -sum p ln(p) = ln(total) + peak - sum p l. */
    double entropyNats() {
        normalise();
        if (Double.isNaN(entropy)) {
            entropy = logTotal + peak - Kernels.ARRAYS.dot(weights, logs, logs.length);
        }
        return entropy;
    }

    /** The marginal probabilities of the values of one axis. */
    double[] marginal(ParameterAxis axis) {
        normalise();
        return layout.outer().contains(axis)
                ? GridLayout.marginal(layout.outer(), axis, rowMass)
                : GridLayout.marginal(layout.inner(), axis, columnMass());
    }

    private void normalise() {
        if (normalised) {
            return;
        }
        writeRelative(weights);
        Kernels.ARRAYS.rowSums(weights, layout.stride(), rowMass);
        double total = Kernels.ARRAYS.sum(rowMass, rowMass.length);
        Kernels.ARRAYS.scale(weights, 1 / total, weights.length);
        Kernels.ARRAYS.scale(rowMass, 1 / total, rowMass.length);
        logTotal = Elementary.log(total);
        normalised = true;
    }

    private static double[] logPrior(GridLayout layout) {
        double[] logs = new double[layout.length()];
        Arrays.fill(logs, IMPOSSIBLE);
        double[] rows = GridLayout.priorOf(layout.outer());
        double[] columns = GridLayout.priorOf(layout.inner());
        for (int row = 0; row < rows.length; row++) {
            for (int column = 0; column < columns.length; column++) {
                if (rows[row] > 0 && columns[column] > 0) {
                    logs[row * layout.stride() + column] = StrictMath.log(rows[row])
                            + StrictMath.log(columns[column]);
                }
            }
        }
        return logs;
    }
}
