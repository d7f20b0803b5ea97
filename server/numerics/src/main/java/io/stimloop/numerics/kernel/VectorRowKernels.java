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
}
