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
}
