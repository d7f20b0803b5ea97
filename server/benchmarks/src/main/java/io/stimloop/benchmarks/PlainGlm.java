package io.stimloop.benchmarks;

/**
 * A Gaussian belief about a Poisson GLM with plain loops and nothing carried along: what the fast way is measured
 * against. Information by 32 steps of quadrature for each candidate.
 */
final class PlainGlm {
    private static final int STEPS = 32;
    private static final double REACH = 7.5;

    private final double[] mean;
    private final double[][] covariance;

    PlainGlm(int size, double variance) {
        mean = new double[size];
        covariance = new double[size][size];
        for (int i = 0; i < size; i++) {
            covariance[i][i] = variance;
        }
    }

    void condition(double[] x, double count) {
        double[] g = times(x);
        double m = dot(mean, x);
        double v = dot(g, x);
        double step = 0;
        for (int i = 0; i < 100; i++) {
            double rate = Math.exp(m + step * v);
            step += (count - rate - step) / (1 + v * rate);
        }
        double information = Math.exp(m + step * v);
        double factor = information / (1 + information * v);
        for (int i = 0; i < g.length; i++) {
            mean[i] += step * g[i];
            for (int j = 0; j < g.length; j++) {
                covariance[i][j] -= factor * g[i] * g[j];
            }
        }
    }

    int best(double[][] candidates) {
        int best = 0;
        double greatest = -1;
        for (int i = 0; i < candidates.length; i++) {
            double information = information(dot(mean, candidates[i]),
                    dot(times(candidates[i]), candidates[i]));
            if (information > greatest) {
                greatest = information;
                best = i;
            }
        }
        return best;
    }

    /** Of a Poisson count with a log rate that is normal, in nats: {@code E[log(1 + v rate)] / 2}. */
    static double information(double m, double v) {
        double sum = 0;
        double weights = 0;
        for (int i = 0; i < STEPS; i++) {
            double z = (2 * (i + 0.5) / STEPS - 1) * REACH;
            double weight = Math.exp(-0.5 * z * z);
            sum += weight * Math.log1p(v * Math.exp(m + Math.sqrt(v) * z));
            weights += weight;
        }
        return 0.5 * sum / weights;
    }

    private double[] times(double[] x) {
        double[] product = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            product[i] = dot(covariance[i], x);
        }
        return product;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
