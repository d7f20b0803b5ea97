package io.stimloop.numerics.kernel;

import java.util.Arrays;

/** {@link MatrixKernels} without the Vector API. */
final class PlainMatrixKernels implements MatrixKernels {
    private static final int BAND = Kernels.LANES;

    @Override
    public void multiplyRows(double[] matrix, int stride, int from, int to, double[] x, double[] out) {
        double[] lanes = new double[BAND];
        for (int row = from; row < to; row++) {
            Arrays.fill(lanes, 0);
            for (int i = 0; i < stride; i++) {
                lanes[i % BAND] = Math.fma(matrix[row * stride + i], x[i], lanes[i % BAND]);
            }
            out[row] = total(lanes);
        }
    }

    @Override
    public void multiplySymmetric(double[] a, int size, double[] x, double[] y) {
        int bands = Kernels.padded(size) / BAND;
        double[][] lanes = new double[BAND][BAND];
        Arrays.fill(y, 0, bands * BAND, 0);
        for (int band = 0; band < bands; band++) {
            multiplyBand(a, band, x, y, lanes);
            for (int k = 0; k < BAND; k++) {
                y[band * BAND + k] += total(lanes[k]);
            }
        }
    }

    private static void multiplyBand(double[] a, int band, double[] x, double[] y, double[][] lanes) {
        int width = SymmetricLayout.width(band);
        int start = (int) SymmetricLayout.start(band);
        for (int k = 0; k < BAND; k++) {
            Arrays.fill(lanes[k], 0);
            for (int j = 0; j < width; j++) {
                double element = a[start + k * width + j];
                lanes[k][j % BAND] = Math.fma(element, x[j], lanes[k][j % BAND]);
                if (j < band * BAND) {
                    y[j] = Math.fma(element, x[band * BAND + k], y[j]);
                }
            }
        }
    }

    @Override
    public void addOuter(double[] a, int size, double factor, double[] g) {
        int bands = Kernels.padded(size) / BAND;
        for (int band = 0; band < bands; band++) {
            int width = SymmetricLayout.width(band);
            for (int k = 0; k < BAND; k++) {
                int start = (int) SymmetricLayout.start(band) + k * width;
                for (int j = 0; j < width; j++) {
                    a[start + j] = Math.fma(factor, g[band * BAND + k] * g[j], a[start + j]);
                }
            }
        }
    }

    private static double total(double[] lanes) {
        return (lanes[0] + lanes[1]) + (lanes[2] + lanes[3]);
    }
}
