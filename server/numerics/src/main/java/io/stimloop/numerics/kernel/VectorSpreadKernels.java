package io.stimloop.numerics.kernel;

import jdk.incubator.vector.DoubleVector;

/** {@link SpreadKernels} in registers of four doubles. */
final class VectorSpreadKernels implements SpreadKernels {
    @Override
    public void lagrange(double[] fractions, int from, int n, double[] weights) {
        lowerHalf(fractions, from, n, weights);
        upperHalf(fractions, from, n, weights);
    }

    private static void lowerHalf(double[] fractions, int from, int n, double[] weights) {
        int capacity = weights.length / RateKnots.STENCIL;
        for (int k = 0; k < n; k += Kernels.LANES) {
            DoubleVector t = Lanes.load(fractions, from + k);
            DoubleVector d0 = t.add(3);
            DoubleVector d1 = t.add(2);
            DoubleVector d2 = t.add(1);
            DoubleVector upper = t.sub(1).mul(t.sub(2)).mul(t.sub(3).mul(t.sub(4)));
            DoubleVector without01 = d2.mul(t).mul(upper);
            DoubleVector without23 = d0.mul(d1).mul(upper);
            without01.mul(d1.mul(PlainSpreadKernels.LAGRANGE_0)).intoArray(weights, k);
            without01.mul(d0.mul(PlainSpreadKernels.LAGRANGE_1)).intoArray(weights, capacity + k);
            without23.mul(t.mul(PlainSpreadKernels.LAGRANGE_2)).intoArray(weights, 2 * capacity + k);
            without23.mul(d2.mul(PlainSpreadKernels.LAGRANGE_3)).intoArray(weights, 3 * capacity + k);
        }
    }

    private static void upperHalf(double[] fractions, int from, int n, double[] weights) {
        int capacity = weights.length / RateKnots.STENCIL;
        for (int k = 0; k < n; k += Kernels.LANES) {
            DoubleVector t = Lanes.load(fractions, from + k);
            DoubleVector d4 = t.sub(1);
            DoubleVector d5 = t.sub(2);
            DoubleVector d6 = t.sub(3);
            DoubleVector d7 = t.sub(4);
            DoubleVector lower = t.add(3).mul(t.add(2)).mul(t.add(1).mul(t));
            DoubleVector without45 = d6.mul(d7).mul(lower);
            DoubleVector without67 = d4.mul(d5).mul(lower);
            without45.mul(d5.mul(-PlainSpreadKernels.LAGRANGE_3)).intoArray(weights, 4 * capacity + k);
            without45.mul(d4.mul(-PlainSpreadKernels.LAGRANGE_2)).intoArray(weights, 5 * capacity + k);
            without67.mul(d7.mul(-PlainSpreadKernels.LAGRANGE_1)).intoArray(weights, 6 * capacity + k);
            without67.mul(d6.mul(-PlainSpreadKernels.LAGRANGE_0)).intoArray(weights, 7 * capacity + k);
        }
    }

    @Override
    public void spreadRows(double[] rows, int[] starts, int from, int n, int stride, double[] weights,
            double[] mass, int to) {
        for (int c = 0; c < stride; c += Kernels.LANES) {
            spreadColumns(rows, starts, from, n, stride, weights, mass, to, c);
        }
    }

    /** Four columns of all rows; what the eight knots receive stays in registers meanwhile. */
    private static void spreadColumns(double[] rows, int[] starts, int from, int n, int stride,
            double[] weights,
            double[] mass, int to, int c) {
        int capacity = weights.length / RateKnots.STENCIL;
        DoubleVector m0 = Lanes.load(mass, to + c);
        DoubleVector m1 = Lanes.load(mass, to + stride + c);
        DoubleVector m2 = Lanes.load(mass, to + 2 * stride + c);
        DoubleVector m3 = Lanes.load(mass, to + 3 * stride + c);
        DoubleVector m4 = Lanes.load(mass, to + 4 * stride + c);
        DoubleVector m5 = Lanes.load(mass, to + 5 * stride + c);
        DoubleVector m6 = Lanes.load(mass, to + 6 * stride + c);
        DoubleVector m7 = Lanes.load(mass, to + 7 * stride + c);
        for (int k = 0; k < n; k++) {
            DoubleVector row = Lanes.load(rows, starts[from + k] + c);
            m0 = row.fma(Lanes.all(weights[k]), m0);
            m1 = row.fma(Lanes.all(weights[capacity + k]), m1);
            m2 = row.fma(Lanes.all(weights[2 * capacity + k]), m2);
            m3 = row.fma(Lanes.all(weights[3 * capacity + k]), m3);
            m4 = row.fma(Lanes.all(weights[4 * capacity + k]), m4);
            m5 = row.fma(Lanes.all(weights[5 * capacity + k]), m5);
            m6 = row.fma(Lanes.all(weights[6 * capacity + k]), m6);
            m7 = row.fma(Lanes.all(weights[7 * capacity + k]), m7);
        }
        m0.intoArray(mass, to + c);
        m1.intoArray(mass, to + stride + c);
        m2.intoArray(mass, to + 2 * stride + c);
        m3.intoArray(mass, to + 3 * stride + c);
        m4.intoArray(mass, to + 4 * stride + c);
        m5.intoArray(mass, to + 5 * stride + c);
        m6.intoArray(mass, to + 6 * stride + c);
        m7.intoArray(mass, to + 7 * stride + c);
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
            DoubleVector factor = Lanes.all(moved);
            int weight = (at + k) * RateKnots.STENCIL;
            int to = outFrom + first[at + k];
            Lanes.addProduct(Lanes.load(weights, weight), factor, out, to);
            Lanes.addProduct(Lanes.load(weights, weight + Kernels.LANES), factor, out, to + Kernels.LANES);
        }
    }
}
