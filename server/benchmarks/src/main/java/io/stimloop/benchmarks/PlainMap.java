package io.stimloop.benchmarks;

import io.stimloop.inference.map.MapKernel;
import java.util.ArrayList;
import java.util.List;

/**
 * A Gaussian-process map of the logarithm of a Poisson rate with plain loops and nothing carried along, one row for each
 * trial: what the fast way is measured against. Laplace's approximation as in Rasmussen and Williams (2006), algorithms
 * 3.1 and 3.2; information by 32 steps of quadrature for each candidate.
 */
final class PlainMap {
    private static final int MOST_STEPS = 50;
    private static final double SHORT_STEP = 1e-6;

    private final MapKernel kernel;
    private final double[][] candidates;
    private final List<double[]> shown = new ArrayList<>();
    private final List<Double> counts = new ArrayList<>();
    private double[] gradient = {};
    private double[] root = {};
    private double[][] factor = {};

    PlainMap(MapKernel kernel, double[][] candidates) {
        this.kernel = kernel;
        this.candidates = candidates;
    }

    void condition(double[] stimulus, double count) {
        shown.add(stimulus);
        counts.add(count);
    }

    void fit() {
        int n = shown.size();
        double[][] prior = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                prior[i][j] = covariance(shown.get(i), shown.get(j));
            }
        }
        double[] f = new double[n];
        root = new double[n];
        java.util.Arrays.fill(f, kernel.mean());
        double moved = 1;
        for (int step = 0; step < MOST_STEPS && moved > SHORT_STEP; step++) {
            factorise(prior, f);
            moved = newton(prior, f);
        }
        factorise(prior, f);
        gradient = new double[n];
        for (int i = 0; i < n; i++) {
            gradient[i] = counts.get(i) - Math.exp(f[i]);
        }
    }

    private void factorise(double[][] prior, double[] f) {
        int n = f.length;
        factor = new double[n][n];
        for (int i = 0; i < n; i++) {
            root[i] = Math.exp(f[i] / 2);
            for (int j = 0; j <= i; j++) {
                double sum = (i == j ? 1 : 0) + root[i] * prior[i][j] * root[j];
                for (int k = 0; k < j; k++) {
                    sum -= factor[i][k] * factor[j][k];
                }
                factor[i][j] = i == j ? Math.sqrt(sum) : sum / factor[j][j];
            }
        }
    }

    /** One step; returns how far f moved. */
    private double newton(double[][] prior, double[] f) {
        int n = f.length;
        double[] b = new double[n];
        for (int i = 0; i < n; i++) {
            b[i] = root[i] * root[i] * (f[i] - kernel.mean()) + counts.get(i) - root[i] * root[i];
        }
        double[] a = new double[n];
        for (int i = 0; i < n; i++) {
            a[i] = root[i] * dot(prior[i], b);
        }
        solve(a);
        for (int i = n - 1; i >= 0; i--) {
            for (int k = i + 1; k < n; k++) {
                a[i] -= factor[k][i] * a[k];
            }
            a[i] /= factor[i][i];
        }
        double farthest = 0;
        double[] weights = new double[n];
        for (int i = 0; i < n; i++) {
            weights[i] = b[i] - root[i] * a[i];
        }
        for (int i = 0; i < n; i++) {
            // No longer than 2: the exponential overtakes a longer step.
            double step = Math.clamp(kernel.mean() + dot(prior[i], weights) - f[i], -2, 2);
            farthest = Math.max(farthest, Math.abs(step));
            f[i] += step;
        }
        return farthest;
    }

    private void solve(double[] b) {
        for (int i = 0; i < b.length; i++) {
            for (int k = 0; k < i; k++) {
                b[i] -= factor[i][k] * b[k];
            }
            b[i] /= factor[i][i];
        }
    }

    int best(MapTrials.Goal goal) {
        int n = candidates.length;
        double[][] solved = new double[n][];
        double[] mean = new double[n];
        double[] variance = new double[n];
        for (int c = 0; c < n; c++) {
            solved[c] = new double[shown.size()];
            for (int i = 0; i < shown.size(); i++) {
                double covariance = covariance(candidates[c], shown.get(i));
                mean[c] += covariance * gradient[i];
                solved[c][i] = root[i] * covariance;
            }
            mean[c] += kernel.mean();
            solve(solved[c]);
            variance[c] = kernel.variance() - dot(solved[c], solved[c]);
        }
        int best = 0;
        double greatest = -1;
        for (int c = 0; c < n; c++) {
            double utility = switch (goal) {
                case INFORMATION -> PlainGlm.information(mean[c], variance[c]);
                case UNCERTAINTY -> Math.expm1(variance[c]) * Math.exp(2 * mean[c] + variance[c]);
                case PREDICTION_ERROR -> reduction(c, solved, mean, variance);
            };
            if (utility > greatest) {
                greatest = utility;
                best = c;
            }
        }
        return best;
    }

    private double reduction(int candidate, double[][] solved, double[] mean, double[] variance) {
        double sum = 0;
        for (int t = 0; t < candidates.length; t++) {
            double covariance = covariance(candidates[candidate], candidates[t])
                    - dot(solved[candidate], solved[t]);
            double rate = Math.exp(mean[t] + variance[t] / 2);
            sum += rate * rate * covariance * covariance;
        }
        double rate = Math.exp(mean[candidate] + variance[candidate] / 2);
        return sum * rate / (1 + rate * variance[candidate]);
    }

    private double covariance(double[] x, double[] y) {
        double exponent = 0;
        for (int d = 0; d < x.length; d++) {
            double distance = (x[d] - y[d]) / kernel.lengths()[d];
            exponent -= distance * distance / 2;
        }
        return kernel.variance() * Math.exp(exponent);
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
