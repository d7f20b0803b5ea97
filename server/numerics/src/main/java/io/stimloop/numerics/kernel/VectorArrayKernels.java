package io.stimloop.numerics.kernel;

import jdk.incubator.vector.DoubleVector;

/**
 * {@link ArrayKernels} in registers of four doubles. Every kernel is short on purpose: past some sixty vector
 * operations the compiler stops inlining them, and each then allocates its result.
 */
final class VectorArrayKernels implements ArrayKernels {
    @Override
    public double sum(double[] x, int n) {
        DoubleVector a = Lanes.all(0);
        DoubleVector b = a;
        DoubleVector c = a;
        DoubleVector d = a;
        int i = 0;
        for (; i <= n - SUM_LANES; i += SUM_LANES) {
            a = a.add(Lanes.load(x, i));
            b = b.add(Lanes.load(x, i + 4));
            c = c.add(Lanes.load(x, i + 8));
            d = d.add(Lanes.load(x, i + 12));
        }
        double rest = 0;
        for (; i < n; i++) {
            rest += x[i];
        }
        return Lanes.total(a.add(b).add(c.add(d))) + rest;
    }

    @Override
    public double dot(double[] x, double[] y, int n) {
        DoubleVector a = Lanes.all(0);
        DoubleVector b = a;
        DoubleVector c = a;
        DoubleVector d = a;
        int i = 0;
        for (; i <= n - SUM_LANES; i += SUM_LANES) {
            a = Lanes.load(x, i).fma(Lanes.load(y, i), a);
            b = Lanes.load(x, i + 4).fma(Lanes.load(y, i + 4), b);
            c = Lanes.load(x, i + 8).fma(Lanes.load(y, i + 8), c);
            d = Lanes.load(x, i + 12).fma(Lanes.load(y, i + 12), d);
        }
        double rest = 0;
        for (; i < n; i++) {
            rest = Math.fma(x[i], y[i], rest);
        }
        return Lanes.total(a.add(b).add(c.add(d))) + rest;
    }

    @Override
    public void addScaled(double factor, double[] x, int xFrom, int n, double[] y, int yFrom) {
        DoubleVector factors = Lanes.all(factor);
        int i = 0;
        for (; i <= n - Kernels.LANES; i += Kernels.LANES) {
            factors.fma(Lanes.load(x, xFrom + i), Lanes.load(y, yFrom + i)).intoArray(y, yFrom + i);
        }
        for (; i < n; i++) {
            y[yFrom + i] = Math.fma(factor, x[xFrom + i], y[yFrom + i]);
        }
    }

    @Override
    public double entropy(double[] p, int n) {
        DoubleVector sum = Lanes.all(0);
        int i = 0;
        for (; i <= n - Kernels.LANES; i += Kernels.LANES) {
            DoubleVector mass = Lanes.atLeast(Lanes.load(p, i), 0);
            sum = mass.fma(Lanes.log(Lanes.atLeast(mass, Double.MIN_NORMAL)), sum);
        }
        double rest = 0;
        for (; i < n; i++) {
            rest = PlainArrayKernels.addTerm(p[i], rest);
        }
        return -(Lanes.total(sum) + rest);
    }

    @Override
    public void exponentials(double[] x, double shift, int n, double[] out) {
        int i = 0;
        for (; i <= n - Kernels.LANES; i += Kernels.LANES) {
            Lanes.exp(Lanes.load(x, i).sub(shift)).intoArray(out, i);
        }
        for (; i < n; i++) {
            out[i] = Elementary.exp(x[i] - shift);
        }
    }

    @Override
    public void logarithms(double[] x, int n, double[] out) {
        int i = 0;
        for (; i <= n - Kernels.LANES; i += Kernels.LANES) {
            Lanes.log(Lanes.load(x, i)).intoArray(out, i);
        }
        for (; i < n; i++) {
            out[i] = Elementary.log(x[i]);
        }
    }

    @Override
    public void rowSums(double[] x, int stride, double[] sums) {
        for (int row = 0; row < sums.length; row++) {
            DoubleVector sum = Lanes.all(0);
            for (int i = row * stride; i < (row + 1) * stride; i += Kernels.LANES) {
                sum = sum.add(Lanes.load(x, i));
            }
            sums[row] = Lanes.total(sum);
        }
    }
}
