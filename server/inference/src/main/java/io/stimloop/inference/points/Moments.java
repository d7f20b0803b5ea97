package io.stimloop.inference.points;

import java.util.Arrays;

/**
 * Sums over the points of what they carry, by response symbol: {@code sums[j][r] = sum_k p_k(r) load_jk}, where
 * load 0 is the weight of a point, so that {@code sums[0]} is the predictive distribution. Mutable.
 */
final class Moments {
    private final double[][] sums;
    private int first;
    private int end;
    private double conditionalEntropyNats;

    /** For so many loads and at most so many symbols. */
    Moments(int loads, int symbols) {
        this.sums = new double[loads][symbols];
    }

    static long bytes(int loads, int symbols) {
        return (long) Double.BYTES * loads * symbols;
    }

    /** Forgets everything. */
    void clear() {
        for (double[] sum : sums) {
            Arrays.fill(sum, first, end, 0);
        }
        first = sums[0].length;
        end = 0;
        conditionalEntropyNats = 0;
    }

    /** Says that symbols from one to before another are set. */
    void cover(int from, int to) {
        first = Math.min(first, from);
        end = Math.max(end, to);
    }

    /** Adds to the mean entropy of the response that noise alone causes. */
    void addEntropy(double nats) {
        conditionalEntropyNats += nats;
    }

    /** Number of loads. */
    int loads() {
        return sums.length;
    }

    /** The sums of a load by symbol. */
    double[] of(int load) {
        return sums[load];
    }

    /** The first symbol that is set. */
    int first() {
        return first;
    }

    /** The last symbol that is set, plus one. */
    int end() {
        return end;
    }

    double conditionalEntropyNats() {
        return conditionalEntropyNats;
    }
}
