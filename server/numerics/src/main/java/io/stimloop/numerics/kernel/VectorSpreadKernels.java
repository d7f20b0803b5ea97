package io.stimloop.numerics.kernel;

import jdk.incubator.vector.DoubleVector;

/** {@link SpreadKernels} in registers of four doubles. */
final class VectorSpreadKernels implements SpreadKernels {
    @Override
    public void lagrange(double[] fractions, int n, double[] weights) {
        for (int k = 0; k < n; k += Kernels.LANES) {
            weigh(load(fractions, k), fractions.length, k, weights);
        }
    }

    private static void weigh(DoubleVector t, int capacity, int k, double[] weights) {
        DoubleVector d0 = t.add(3);
        DoubleVector d1 = t.add(2);
        DoubleVector d2 = t.add(1);
        DoubleVector d4 = t.sub(1);
        DoubleVector d5 = t.sub(2);
        DoubleVector d6 = t.sub(3);
        DoubleVector d7 = t.sub(4);
        DoubleVector lower = d0.mul(d1).mul(d2.mul(t));
        DoubleVector upper = d4.mul(d5).mul(d6.mul(d7));
        pair(d2.mul(t).mul(upper), d0, d1, 0, capacity, k, weights);
        pair(d0.mul(d1).mul(upper), d2, t, 2, capacity, k, weights);
        pair(d6.mul(d7).mul(lower), d4, d5, 4, capacity, k, weights);
        pair(d4.mul(d5).mul(lower), d6, d7, 6, capacity, k, weights);
    }

    /** The weights of two neighbouring points from the product over all others. */
    private static void pair(DoubleVector others, DoubleVector left, DoubleVector right, int i, int capacity,
            int k,
            double[] weights) {
        others.mul(right.mul(PlainSpreadKernels.LAGRANGE[i])).intoArray(weights, i * capacity + k);
        others.mul(left.mul(PlainSpreadKernels.LAGRANGE[i + 1])).intoArray(weights, (i + 1) * capacity + k);
    }

    @Override
    public void spreadRows(double[] rows, int from, int n, int stride, Stencils stencils, double[] mass) {
        double[] weights = stencils.weights();
        int capacity = stencils.cells().length;
        for (int k = 0; k < n; k++) {
            spreadRow(rows, from + k * stride, stride, weights, capacity, k, mass,
                    stencils.first(k) * stride);
        }
    }

    private static void spreadRow(double[] rows, int from, int stride, double[] weights, int capacity, int k,
            double[] mass, int to) {
        DoubleVector w0 = VectorElementary.all(weights[k]);
        DoubleVector w1 = VectorElementary.all(weights[capacity + k]);
        DoubleVector w2 = VectorElementary.all(weights[2 * capacity + k]);
        DoubleVector w3 = VectorElementary.all(weights[3 * capacity + k]);
        DoubleVector w4 = VectorElementary.all(weights[4 * capacity + k]);
        DoubleVector w5 = VectorElementary.all(weights[5 * capacity + k]);
        DoubleVector w6 = VectorElementary.all(weights[6 * capacity + k]);
        DoubleVector w7 = VectorElementary.all(weights[7 * capacity + k]);
        for (int c = 0; c < stride; c += Kernels.LANES) {
            DoubleVector row = load(rows, from + c);
            add(row, w0, mass, to + c);
            add(row, w1, mass, to + stride + c);
            add(row, w2, mass, to + 2 * stride + c);
            add(row, w3, mass, to + 3 * stride + c);
            add(row, w4, mass, to + 4 * stride + c);
            add(row, w5, mass, to + 5 * stride + c);
            add(row, w6, mass, to + 6 * stride + c);
            add(row, w7, mass, to + 7 * stride + c);
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
            DoubleVector factor = VectorElementary.all(moved);
            int weight = (at + k) * RateKnots.STENCIL;
            int to = outFrom + first[at + k];
            add(load(weights, weight), factor, out, to);
            add(load(weights, weight + Kernels.LANES), factor, out, to + Kernels.LANES);
        }
    }

    private static void add(DoubleVector x, DoubleVector factor, double[] out, int at) {
        x.fma(factor, load(out, at)).intoArray(out, at);
    }

    private static DoubleVector load(double[] x, int at) {
        return DoubleVector.fromArray(VectorElementary.LANES, x, at);
    }
}
