package io.stimloop.numerics.kernel;

/** {@link SpreadKernels} without the Vector API. */
final class PlainSpreadKernels implements SpreadKernels {
    /** {@code 1 / prod_{j != i} (i - j)} over the eight points of the stencil. */
    static final double[] LAGRANGE = {-1 / 5040.0, 1 / 720.0, -1 / 240.0, 1 / 144.0, -1 / 144.0, 1 / 240.0,
            -1 / 720.0, 1 / 5040.0};

    @Override
    public void lagrange(double[] fractions, int n, double[] weights) {
        double[] d = new double[RateKnots.STENCIL];
        for (int k = 0; k < n; k++) {
            for (int i = 0; i < RateKnots.STENCIL; i++) {
                d[i] = fractions[k] + (RateKnots.BELOW - i);
            }
            weigh(d, fractions.length, k, weights);
        }
    }

    /** Weights from the distances d to the points of the stencil, each product without its own factor. */
    private static void weigh(double[] d, int capacity, int k, double[] weights) {
        double first = d[0] * d[1];
        double second = d[2] * d[3];
        double third = d[4] * d[5];
        double fourth = d[6] * d[7];
        double lower = first * second;
        double upper = third * fourth;
        double[] others = {second * upper, first * upper, fourth * lower, third * lower};
        for (int i = 0; i < RateKnots.STENCIL; i++) {
            weights[i * capacity + k] = others[i / 2] * (d[i ^ 1] * LAGRANGE[i]);
        }
    }

    @Override
    public void spreadRows(double[] rows, int from, int n, int stride, Stencils stencils, double[] mass) {
        for (int k = 0; k < n; k++) {
            for (int i = 0; i < RateKnots.STENCIL; i++) {
                double weight = stencils.weight(k, i);
                int to = (stencils.first(k) + i) * stride;
                for (int c = 0; c < stride; c++) {
                    mass[to + c] = Math.fma(rows[from + k * stride + c], weight, mass[to + c]);
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
