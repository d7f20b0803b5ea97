package io.stimloop.numerics.kernel;

/** {@link SpreadKernels} without the Vector API. */
final class PlainSpreadKernels implements SpreadKernels {
    // 1 / prod_{j != i} (i - j) over the eight points; the upper four are these with the sign turned.
    static final double LAGRANGE_0 = -1 / 5040.0;
    static final double LAGRANGE_1 = 1 / 720.0;
    static final double LAGRANGE_2 = -1 / 240.0;
    static final double LAGRANGE_3 = 1 / 144.0;

    @Override
    public void lagrange(double[] fractions, int from, int n, double[] weights) {
        int capacity = weights.length / RateKnots.STENCIL;
        for (int k = 0; k < Kernels.padded(n); k++) {
            double t = fractions[from + k];
            double upper = (t - 1) * (t - 2) * ((t - 3) * (t - 4));
            double lower = (t + 3) * (t + 2) * ((t + 1) * t);
            double without01 = (t + 1) * t * upper;
            double without23 = (t + 3) * (t + 2) * upper;
            double without45 = (t - 3) * (t - 4) * lower;
            double without67 = (t - 1) * (t - 2) * lower;
            weights[k] = without01 * ((t + 2) * LAGRANGE_0);
            weights[capacity + k] = without01 * ((t + 3) * LAGRANGE_1);
            weights[2 * capacity + k] = without23 * (t * LAGRANGE_2);
            weights[3 * capacity + k] = without23 * ((t + 1) * LAGRANGE_3);
            weights[4 * capacity + k] = without45 * ((t - 2) * -LAGRANGE_3);
            weights[5 * capacity + k] = without45 * ((t - 1) * -LAGRANGE_2);
            weights[6 * capacity + k] = without67 * ((t - 4) * -LAGRANGE_1);
            weights[7 * capacity + k] = without67 * ((t - 3) * -LAGRANGE_0);
        }
    }

    @Override
    public void spreadRows(double[] rows, int[] starts, int from, int n, int stride, double[] weights,
            double[] mass, int to) {
        int capacity = weights.length / RateKnots.STENCIL;
        for (int k = 0; k < n; k++) {
            for (int i = 0; i < RateKnots.STENCIL; i++) {
                double weight = weights[i * capacity + k];
                for (int c = 0; c < stride; c++) {
                    int at = to + i * stride + c;
                    mass[at] = Math.fma(rows[starts[from + k] + c], weight, mass[at]);
                }
            }
        }
    }

    @Override
    public void spreadCells(double[] mass, int from, int n, int[] first, double[] weights, int at,
            double[] out,
            int outFrom) {
        for (int k = 0; k < n; k++) {
            double moved = mass[from + k];
            if (Math.abs(moved) < NEGLIGIBLE) {
                continue;
            }
            int to = outFrom + first[at + k];
            for (int i = 0; i < RateKnots.STENCIL; i++) {
                out[to + i] = Math.fma(weights[(at + k) * RateKnots.STENCIL + i], moved, out[to + i]);
            }
        }
    }
}
