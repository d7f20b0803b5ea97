package io.stimloop.numerics.kernel;

/** {@link RowKernels} without vectors. */
final class PlainRowKernels implements RowKernels {
    @Override
    public void addRows(double sign, double[] factors, int rows, double[] matrix, int stride, int from, int n,
            double[] y, int yFrom) {
        for (int j = 0; j < rows; j++) {
            double factor = sign * factors[j];
            int row = j * stride + from;
            for (int i = 0; i < n; i++) {
                y[yFrom + i] = Math.fma(factor, matrix[row + i], y[yFrom + i]);
            }
        }
    }

    @Override
    public void subtractProducts(double[] a, int aFrom, double[] b, int bFrom, int rows, double[][] y,
            int from) {
        for (int q = 0; q < HALF_PANEL; q++) {
            for (int l = 0; l < PANEL; l++) {
                double sum = 0;
                for (int j = 0; j < rows; j++) {
                    sum = Math.fma(b[bFrom + PANEL * j + l], a[aFrom + PANEL * j + q], sum);
                }
                y[q][from + l] -= sum;
            }
        }
    }
}
