package io.stimloop.numerics.kernel;

import java.util.Arrays;

/** {@link ArrayKernels} without the Vector API. */
final class PlainArrayKernels implements ArrayKernels {
    @Override
    public double sum(double[] x, int n) {
        double[] lanes = new double[SUM_LANES];
        int i = 0;
        for (; i <= n - SUM_LANES; i += SUM_LANES) {
            for (int lane = 0; lane < SUM_LANES; lane++) {
                lanes[lane] += x[i + lane];
            }
        }
        double rest = 0;
        for (; i < n; i++) {
            rest += x[i];
        }
        return total(lanes) + rest;
    }

    @Override
    public double dot(double[] a, double[] b, int n) {
        double[] lanes = new double[SUM_LANES];
        int i = 0;
        for (; i <= n - SUM_LANES; i += SUM_LANES) {
            for (int lane = 0; lane < SUM_LANES; lane++) {
                lanes[lane] = Math.fma(a[i + lane], b[i + lane], lanes[lane]);
            }
        }
        double rest = 0;
        for (; i < n; i++) {
            rest = Math.fma(a[i], b[i], rest);
        }
        return total(lanes) + rest;
    }

    @Override
    public void addScaled(double factor, double[] x, int xFrom, int n, double[] y, int yFrom) {
        for (int i = 0; i < n; i++) {
            y[yFrom + i] = Math.fma(factor, x[xFrom + i], y[yFrom + i]);
        }
    }

    @Override
    public double entropy(double[] p, int n) {
        double[] lanes = new double[Kernels.LANES];
        int i = 0;
        for (; i <= n - Kernels.LANES; i += Kernels.LANES) {
            for (int lane = 0; lane < Kernels.LANES; lane++) {
                lanes[lane] = addTerm(p[i + lane], lanes[lane]);
            }
        }
        double rest = 0;
        for (; i < n; i++) {
            rest = addTerm(p[i], rest);
        }
        return -((lanes[0] + lanes[1]) + (lanes[2] + lanes[3]) + rest);
    }

    /** {@code sum + p ln(p)}. */
    static double addTerm(double p, double sum) {
        double mass = Elementary.atLeast(p, 0);
        return Math.fma(mass, Elementary.log(Elementary.atLeast(mass, Double.MIN_NORMAL)), sum);
    }

    @Override
    public void exponentials(double[] x, double shift, int n, double[] out) {
        for (int i = 0; i < n; i++) {
            out[i] = Elementary.exp(x[i] - shift);
        }
    }

    @Override
    public void logarithms(double[] x, int n, double[] out) {
        for (int i = 0; i < n; i++) {
            out[i] = Elementary.log(x[i]);
        }
    }

    @Override
    public void rowSums(double[] x, int stride, double[] sums) {
        double[] lanes = new double[Kernels.LANES];
        for (int row = 0; row < sums.length; row++) {
            Arrays.fill(lanes, 0);
            for (int i = 0; i < stride; i++) {
                lanes[i % Kernels.LANES] += x[row * stride + i];
            }
            sums[row] = (lanes[0] + lanes[1]) + (lanes[2] + lanes[3]);
        }
    }

    /** The sixteen lanes as four registers of four, added as the vector twin adds them. */
    private static double total(double[] lanes) {
        double[] four = new double[Kernels.LANES];
        for (int lane = 0; lane < Kernels.LANES; lane++) {
            four[lane] = (lanes[lane] + lanes[lane + 4]) + (lanes[lane + 8] + lanes[lane + 12]);
        }
        return (four[0] + four[1]) + (four[2] + four[3]);
    }
}
