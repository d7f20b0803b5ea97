package io.stimloop.inference.points;

import io.stimloop.numerics.kernel.Kernels;

/**
 * The distribution of one count, as far as it is at all likely: from its bulk outwards by the ratio of neighbouring
 * probabilities. Normalised over the counts below {@value #MOST_COUNTS}; counts from there on are not told apart
 * from not coming at all. Mutable; not thread safe.
 */
final class CountRow {
    /** Counts that predictions tell apart: 0 to before this. */
    static final int MOST_COUNTS = 1 << 14;
    /** Greater rates are predicted as this one. */
    static final double MOST_RATE = 10_000;

    /** Of the probability in the bulk; hundreds of less likely counts do not make 1e-12. */
    private static final double NEGLIGIBLE = 1e-16;
    private static final double[] RECIPROCALS = reciprocals();

    private final double[] byCount = new double[MOST_COUNTS];
    private final double[] row = new double[MOST_COUNTS];
    private int first;
    private int length;

    static long bytes() {
        return 2L * Double.BYTES * MOST_COUNTS;
    }

    private static double[] reciprocals() {
        double[] reciprocals = new double[MOST_COUNTS + 1];
        for (int i = 1; i <= MOST_COUNTS; i++) {
            reciprocals[i] = 1.0 / i;
        }
        return reciprocals;
    }

    /**
     * Works out a distribution.
     *
     * @param rate       above 0, at most {@link #MOST_RATE}
     * @param dispersion from 0
     */
    void fill(double rate, double dispersion) {
        double step = rate / (1 + dispersion * rate);
        int start = (int) Math.min(rate / (1 + dispersion), MOST_COUNTS - 1);
        double sum = upwards(start, step, dispersion) + downwards(start, step, dispersion) - 1;
        double scale = 1 / sum;
        for (int i = 0; i < length; i++) {
            row[i] = byCount[first + i] * scale;
        }
    }

    /** p(count + 1) / p(count) = step (1 + dispersion count) / (count + 1). */
    private double upwards(int start, double step, double dispersion) {
        double p = 1;
        double sum = 0;
        int count = start;
        while (count < MOST_COUNTS && p > NEGLIGIBLE) {
            byCount[count] = p;
            sum += p;
            p *= step * Math.fma(dispersion, count, 1) * RECIPROCALS[count + 1];
            count++;
        }
        first = start;
        length = count - start;
        return sum;
    }

    private double downwards(int start, double step, double dispersion) {
        double perStep = 1 / step;
        double p = 1;
        double sum = 0;
        int count = start;
        while (count >= 0 && p > NEGLIGIBLE) {
            byCount[count] = p;
            sum += p;
            p *= perStep * count / Math.fma(dispersion, count - 1.0, 1);
            count--;
        }
        length += first - (count + 1);
        first = count + 1;
        return sum;
    }

    /** The least count with a probability. */
    int first() {
        return first;
    }

    /** Number of counts with one. */
    int length() {
        return length;
    }

    /** The probabilities of {@link #first()} and the counts above it. Not to be modified. */
    double[] probabilities() {
        return row;
    }

    double entropyNats() {
        return Kernels.ARRAYS.entropy(row, length);
    }
}
