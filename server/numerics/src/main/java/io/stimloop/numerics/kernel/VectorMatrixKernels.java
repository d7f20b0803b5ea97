package io.stimloop.numerics.kernel;

import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;

/** {@link MatrixKernels} in registers of four doubles, four rows at a time. */
final class VectorMatrixKernels implements MatrixKernels {
    private static final int BAND = Kernels.LANES;

    @Override
    public void multiplyRows(double[] matrix, int stride, int from, int to, double[] x, double[] out) {
        int row = from;
        for (; row <= to - BAND; row += BAND) {
            multiplyFour(matrix, stride, row, x, out);
        }
        for (; row < to; row++) {
            out[row] = multiplyOne(matrix, stride, row * stride, x);
        }
    }

    private static void multiplyFour(double[] matrix, int stride, int row, double[] x, double[] out) {
        int r0 = row * stride;
        int r1 = r0 + stride;
        int r2 = r1 + stride;
        int r3 = r2 + stride;
        DoubleVector s0 = Lanes.all(0);
        DoubleVector s1 = s0;
        DoubleVector s2 = s0;
        DoubleVector s3 = s0;
        for (int i = 0; i < stride; i += BAND) {
            DoubleVector xs = Lanes.load(x, i);
            s0 = Lanes.load(matrix, r0 + i).fma(xs, s0);
            s1 = Lanes.load(matrix, r1 + i).fma(xs, s1);
            s2 = Lanes.load(matrix, r2 + i).fma(xs, s2);
            s3 = Lanes.load(matrix, r3 + i).fma(xs, s3);
        }
        out[row] = Lanes.total(s0);
        out[row + 1] = Lanes.total(s1);
        out[row + 2] = Lanes.total(s2);
        out[row + 3] = Lanes.total(s3);
    }

    private static double multiplyOne(double[] matrix, int stride, int start, double[] x) {
        DoubleVector sum = Lanes.all(0);
        for (int i = 0; i < stride; i += BAND) {
            sum = Lanes.load(matrix, start + i).fma(Lanes.load(x, i), sum);
        }
        return Lanes.total(sum);
    }

    @Override
    public void multiplySymmetric(double[] a, int size, double[] x, double[] y) {
        int bands = Kernels.padded(size) / BAND;
        Arrays.fill(y, 0, bands * BAND, 0);
        for (int band = 0; band < bands; band++) {
            multiplyBand(a, band, x, y);
        }
    }

    /** A band's part in both triangles: as rows it gives its own elements, as columns it adds to those before. */
    private static void multiplyBand(double[] a, int band, double[] x, double[] y) {
        int width = SymmetricLayout.width(band);
        int own = width - BAND;
        int r0 = (int) SymmetricLayout.start(band);
        int r1 = r0 + width;
        int r2 = r1 + width;
        int r3 = r2 + width;
        DoubleVector x0 = Lanes.all(x[own]);
        DoubleVector x1 = Lanes.all(x[own + 1]);
        DoubleVector x2 = Lanes.all(x[own + 2]);
        DoubleVector x3 = Lanes.all(x[own + 3]);
        DoubleVector s0 = Lanes.all(0);
        DoubleVector s1 = s0;
        DoubleVector s2 = s0;
        DoubleVector s3 = s0;
        for (int j = 0; j < own; j += BAND) {
            DoubleVector xs = Lanes.load(x, j);
            DoubleVector e0 = Lanes.load(a, r0 + j);
            DoubleVector e1 = Lanes.load(a, r1 + j);
            DoubleVector e2 = Lanes.load(a, r2 + j);
            DoubleVector e3 = Lanes.load(a, r3 + j);
            s0 = e0.fma(xs, s0);
            s1 = e1.fma(xs, s1);
            s2 = e2.fma(xs, s2);
            s3 = e3.fma(xs, s3);
            e3.fma(x3, e2.fma(x2, e1.fma(x1, e0.fma(x0, Lanes.load(y, j))))).intoArray(y, j);
        }
        DoubleVector xs = Lanes.load(x, own);
        y[own] += Lanes.total(Lanes.load(a, r0 + own).fma(xs, s0));
        y[own + 1] += Lanes.total(Lanes.load(a, r1 + own).fma(xs, s1));
        y[own + 2] += Lanes.total(Lanes.load(a, r2 + own).fma(xs, s2));
        y[own + 3] += Lanes.total(Lanes.load(a, r3 + own).fma(xs, s3));
    }

    @Override
    public void addOuter(double[] a, int size, double factor, double[] g) {
        int bands = Kernels.padded(size) / BAND;
        for (int band = 0; band < bands; band++) {
            addOuterBand(a, band, factor, g);
        }
    }

    private static void addOuterBand(double[] a, int band, double factor, double[] g) {
        int width = SymmetricLayout.width(band);
        int own = width - BAND;
        int r0 = (int) SymmetricLayout.start(band);
        int r1 = r0 + width;
        int r2 = r1 + width;
        int r3 = r2 + width;
        DoubleVector factors = Lanes.all(factor);
        DoubleVector g0 = Lanes.all(g[own]);
        DoubleVector g1 = Lanes.all(g[own + 1]);
        DoubleVector g2 = Lanes.all(g[own + 2]);
        DoubleVector g3 = Lanes.all(g[own + 3]);
        for (int j = 0; j < width; j += BAND) {
            DoubleVector gs = Lanes.load(g, j);
            Lanes.addProduct(gs.mul(g0), factors, a, r0 + j);
            Lanes.addProduct(gs.mul(g1), factors, a, r1 + j);
            Lanes.addProduct(gs.mul(g2), factors, a, r2 + j);
            Lanes.addProduct(gs.mul(g3), factors, a, r3 + j);
        }
    }
}
