package io.stimloop.numerics.special;

/**
 * Nodes and weights for expectations under the standard normal density: {@code E[f(Z)] = sum_i weights[i]
 * f(nodes[i])}. Weights add up to 1. Immutable.
 *
 * @param nodes   not to be modified
 * @param weights one per node; not to be modified
 */
public record NormalQuadrature(double[] nodes, double[] weights) {
    private static final double CONVERGED = 1e-15;
    private static final int MOST_STEPS = 100;
    private static final int FIRST_GUESSES = 4000;

    /**
     * Gauss-Hermite: exact for polynomials below degree 2 n.
     *
     * @param n from 1 to 64
     */
    public static NormalQuadrature gaussHermite(int n) {
        double[] nodes = new double[n];
        double[] weights = new double[n];
        int found = 0;
        double reach = 2 * StrictMath.sqrt(n) + 1;
        double step = 2 * reach / FIRST_GUESSES;
        for (double z = -reach; z < reach; z += step) {
            if (hermite(n, z) * hermite(n, z + step) <= 0 && found < n) {
                double node = root(n, z + step / 2);
                double before = hermite(n - 1, node);
                nodes[found] = node;
                weights[found++] = 1 / (n * before * before);
            }
        }
        return new NormalQuadrature(nodes, weights);
    }

    /**
     * Equal steps, the middle of each a node: converges faster than any power of the step for a function without
     * singularities near the real line.
     *
     * @param n     how many, even
     * @param reach from minus this to this
     */
    public static NormalQuadrature equalSteps(int n, double reach) {
        double[] nodes = new double[n];
        double[] weights = new double[n];
        double step = 2 * reach / n;
        double total = 0;
        for (int i = 0; i < n; i++) {
            nodes[i] = (i + 0.5 - 0.5 * n) * step;
            weights[i] = StrictMath.exp(-0.5 * nodes[i] * nodes[i]);
            total += weights[i];
        }
        for (int i = 0; i < n; i++) {
            weights[i] /= total;
        }
        return new NormalQuadrature(nodes, weights);
    }

    /** How many nodes. */
    public int size() {
        return nodes.length;
    }

    private static double root(int n, double guess) {
        double z = guess;
        for (int step = 0; step < MOST_STEPS; step++) {
            double move = hermite(n, z) / (StrictMath.sqrt(n) * hermite(n - 1, z));
            z -= move;
            if (Math.abs(move) < CONVERGED) {
                break;
            }
        }
        return z;
    }

    /** The Hermite polynomial of degree n that has norm 1 under the standard normal density. */
    private static double hermite(int n, double z) {
        double before = 0;
        double value = 1;
        for (int k = 0; k < n; k++) {
            double next = (z * value - StrictMath.sqrt(k) * before) / StrictMath.sqrt(k + 1.0);
            before = value;
            value = next;
        }
        return value;
    }
}
