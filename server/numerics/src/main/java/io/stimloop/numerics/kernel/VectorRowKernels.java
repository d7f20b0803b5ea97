package io.stimloop.numerics.kernel;

import jdk.incubator.vector.DoubleVector;

/** {@link RowKernels} in registers of four doubles; sixteen sums stay in registers while the rows go by. */
final class VectorRowKernels implements RowKernels {
    private static final int BLOCK = 4 * Kernels.LANES;

    @Override
    public void addRows(double sign, double[] factors, int rows, double[] matrix, int stride, int from, int n,
            double[] y, int yFrom) {
        int i = 0;
        for (; i <= n - BLOCK; i += BLOCK) {
            addBlock(sign, factors, rows, matrix, stride, from + i, y, yFrom + i);
        }
        for (; i <= n - Kernels.LANES; i += Kernels.LANES) {
            DoubleVector sum = Lanes.load(y, yFrom + i);
            for (int j = 0; j < rows; j++) {
                sum = Lanes.load(matrix, j * stride + from + i).fma(Lanes.all(sign * factors[j]), sum);
            }
            sum.intoArray(y, yFrom + i);
        }
        for (; i < n; i++) {
            double sum = y[yFrom + i];
            for (int j = 0; j < rows; j++) {
                sum = Math.fma(sign * factors[j], matrix[j * stride + from + i], sum);
            }
            y[yFrom + i] = sum;
        }
    }

    private static void addBlock(double sign, double[] factors, int rows, double[] matrix, int stride, int at,
            double[] y, int yAt) {
        DoubleVector a = Lanes.load(y, yAt);
        DoubleVector b = Lanes.load(y, yAt + 4);
        DoubleVector c = Lanes.load(y, yAt + 8);
        DoubleVector d = Lanes.load(y, yAt + 12);
        for (int j = 0; j < rows; j++) {
            DoubleVector factor = Lanes.all(sign * factors[j]);
            int row = j * stride + at;
            a = Lanes.load(matrix, row).fma(factor, a);
            b = Lanes.load(matrix, row + 4).fma(factor, b);
            c = Lanes.load(matrix, row + 8).fma(factor, c);
            d = Lanes.load(matrix, row + 12).fma(factor, d);
        }
        a.intoArray(y, yAt);
        b.intoArray(y, yAt + 4);
        c.intoArray(y, yAt + 8);
        d.intoArray(y, yAt + 12);
    }

    @Override
    public void subtractProducts(double[] a, int aFrom, double[] b, int bFrom, int rows, double[][] y,
            int from) {
        DoubleVector left0 = Lanes.all(0);
        DoubleVector left1 = left0;
        DoubleVector left2 = left0;
        DoubleVector left3 = left0;
        DoubleVector right0 = left0;
        DoubleVector right1 = left0;
        DoubleVector right2 = left0;
        DoubleVector right3 = left0;
        for (int j = 0; j < rows; j++) {
            DoubleVector left = Lanes.load(b, bFrom + PANEL * j);
            DoubleVector right = Lanes.load(b, bFrom + PANEL * j + Kernels.LANES);
            int at = aFrom + PANEL * j;
            DoubleVector factor = Lanes.all(a[at]);
            left0 = left.fma(factor, left0);
            right0 = right.fma(factor, right0);
            factor = Lanes.all(a[at + 1]);
            left1 = left.fma(factor, left1);
            right1 = right.fma(factor, right1);
            factor = Lanes.all(a[at + 2]);
            left2 = left.fma(factor, left2);
            right2 = right.fma(factor, right2);
            factor = Lanes.all(a[at + 3]);
            left3 = left.fma(factor, left3);
            right3 = right.fma(factor, right3);
        }
        Lanes.load(y[0], from).sub(left0).intoArray(y[0], from);
        Lanes.load(y[0], from + 4).sub(right0).intoArray(y[0], from + 4);
        Lanes.load(y[1], from).sub(left1).intoArray(y[1], from);
        Lanes.load(y[1], from + 4).sub(right1).intoArray(y[1], from + 4);
        Lanes.load(y[2], from).sub(left2).intoArray(y[2], from);
        Lanes.load(y[2], from + 4).sub(right2).intoArray(y[2], from + 4);
        Lanes.load(y[3], from).sub(left3).intoArray(y[3], from);
        Lanes.load(y[3], from + 4).sub(right3).intoArray(y[3], from + 4);
    }
}
