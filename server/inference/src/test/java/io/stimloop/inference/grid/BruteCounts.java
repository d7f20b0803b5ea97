package io.stimloop.inference.grid;

import java.util.HashMap;
import java.util.Map;

/** Poisson and negative-binomial counts by their textbook formulas, factorials as sums of logarithms. */
final class BruteCounts {
    /** More counts than any case of the tests makes likely. */
    static final int MOST = 1 << 13;

    private static final Map<Double, BruteCounts> KNOWN = new HashMap<>();
    private static final double NEGLIGIBLE = 1e-22;

    private final double dispersion;
    private final double[] logCoefficients = new double[MOST];

    private BruteCounts(double dispersion) {
        this.dispersion = dispersion;
        for (int n = 1; n < MOST; n++) {
            double factor = dispersion == 0 ? 1.0 / n : (1 / dispersion + n - 1) / n;
            logCoefficients[n] = logCoefficients[n - 1] + StrictMath.log(factor);
        }
    }

    static BruteCounts of(double dispersion) {
        return KNOWN.computeIfAbsent(dispersion, BruteCounts::new);
    }

    static double entropy(double[] p) {
        double sum = 0;
        for (double q : p) {
            sum -= q > 0 ? q * StrictMath.log(q) : 0;
        }
        return sum;
    }

    /** Poisson, or with size k = 1/dispersion: C(n+k-1, n) (k/(k+rate))^k (rate/(k+rate))^n. */
    double logProbability(int count, double rate) {
        if (dispersion == 0) {
            return logCoefficients[count] + count * StrictMath.log(rate) - rate;
        }
        double k = 1 / dispersion;
        return logCoefficients[count] - k * StrictMath.log1p(rate / k)
                + count * StrictMath.log(rate / (k + rate));
    }

    /** The logarithm of the sum of all probabilities from {@code least} on. */
    double logTail(int least, double rate) {
        double reference = logProbability(least, rate);
        double sum = 0;
        for (int n = least; n < MOST; n++) {
            double term = StrictMath.exp(logProbability(n, rate) - reference);
            sum += term;
            if (n > rate && term < sum * NEGLIGIBLE) {
                break;
            }
        }
        return reference + StrictMath.log(sum);
    }

    /** Probabilities of all counts that have any; with a ceiling the last is that of reaching it. */
    double[] distribution(double rate, int ceiling) {
        int symbols = ceiling == 0 ? MOST : ceiling + 1;
        double[] p = new double[symbols];
        for (int n = 0; n < symbols; n++) {
            p[n] = StrictMath.exp(logProbability(n, rate));
            if (n > rate && p[n] < NEGLIGIBLE) {
                break;
            }
        }
        if (ceiling > 0) {
            p[ceiling] = StrictMath.exp(logTail(ceiling, rate));
        }
        return p;
    }
}
