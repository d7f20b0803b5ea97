package io.stimloop.inference.formula;

import io.stimloop.numerics.kernel.Elementary;
import io.stimloop.numerics.kernel.Kernels;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

/** Operators and functions over arrays, with the same bits on every machine. NaN in gives NaN out. */
final class Elementwise {
    private Elementwise() {}

    static void add(double[][] x, int n, double[] out) {
        double[] a = x[0];
        double[] b = x[1];
        for (int i = 0; i < n; i++) {
            out[i] = a[i] + b[i];
        }
    }

    static void subtract(double[][] x, int n, double[] out) {
        double[] a = x[0];
        double[] b = x[1];
        for (int i = 0; i < n; i++) {
            out[i] = a[i] - b[i];
        }
    }

    static void multiply(double[][] x, int n, double[] out) {
        double[] a = x[0];
        double[] b = x[1];
        for (int i = 0; i < n; i++) {
            out[i] = a[i] * b[i];
        }
    }

    static void divide(double[][] x, int n, double[] out) {
        double[] a = x[0];
        double[] b = x[1];
        for (int i = 0; i < n; i++) {
            out[i] = a[i] / b[i];
        }
    }

    static void exp(double[][] x, int n, double[] out) {
        Kernels.ARRAYS.exponentials(x[0], 0, n, out);
    }

    static void log(double[][] x, int n, double[] out) {
        double[] a = x[0];
        Kernels.ARRAYS.logarithms(a, n, out);
        for (int i = 0; i < n; i++) {
            if (!(a[i] >= Double.MIN_NORMAL && a[i] <= Double.MAX_VALUE)) {
                out[i] = StrictMath.log(a[i]);
            }
        }
    }

    /** The logarithm to another base. */
    static void log(double[][] x, int n, double[] out, double factor) {
        log(x, n, out);
        Kernels.ARRAYS.scale(out, factor, n);
    }

    static void logistic(double[][] x, int n, double[] out) {
        each(x, n, out, a -> -a);
        Kernels.ARRAYS.exponentials(out, 0, n, out);
        for (int i = 0; i < n; i++) {
            out[i] = 1 / (1 + out[i]);
        }
    }

    /** ln(1 + exp(x)), where {@code ln(1 + e) = e ln(u) / (u - 1)} with u = 1 + e rounded (Kahan). */
    static void softplus(double[][] x, int n, double[] out) {
        double[] a = x[0];
        each(x, n, out, value -> -Math.abs(value));
        Kernels.ARRAYS.exponentials(out, 0, n, out);
        for (int i = 0; i < n; i++) {
            double u = 1 + out[i];
            double bend = u == 1 ? out[i] : Elementary.log(u) * out[i] / (u - 1);
            out[i] = Math.max(a[i], 0) + bend;
        }
    }

    /** The second where the first is not 0, else the third. */
    static void choose(double[][] x, int n, double[] out) {
        double[] condition = x[0];
        for (int i = 0; i < n; i++) {
            double chosen = condition[i] != 0 ? x[1][i] : x[2][i];
            out[i] = Double.isNaN(condition[i]) ? Double.NaN : chosen;
        }
    }

    /** a to the b; a square, which is what most formulas raise to, is exact. */
    static double power(double a, double b) {
        return b == 2 ? a * a : StrictMath.pow(a, b);
    }

    static void each(double[][] x, int n, double[] out, DoubleUnaryOperator function) {
        double[] a = x[0];
        for (int i = 0; i < n; i++) {
            out[i] = function.applyAsDouble(a[i]);
        }
    }

    static void pairs(double[][] x, int n, double[] out, DoubleBinaryOperator function) {
        double[] a = x[0];
        double[] b = x[1];
        for (int i = 0; i < n; i++) {
            out[i] = function.applyAsDouble(a[i], b[i]);
        }
    }

    /** Of all arguments, from the first on. */
    static void fold(double[][] x, int n, double[] out, DoubleBinaryOperator function) {
        System.arraycopy(x[0], 0, out, 0, n);
        for (int k = 1; k < x.length; k++) {
            double[] next = x[k];
            for (int i = 0; i < n; i++) {
                out[i] = function.applyAsDouble(out[i], next[i]);
            }
        }
    }
}
