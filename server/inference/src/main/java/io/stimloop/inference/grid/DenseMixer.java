package io.stimloop.inference.grid;

import io.stimloop.numerics.kernel.Elementary;
import io.stimloop.numerics.kernel.Kernels;
import io.stimloop.numerics.kernel.MixtureKernels;
import java.util.Arrays;

/**
 * Works out how much the next counts of several neurons tell at a time, in single precision: mixes the distributions of
 * the count at the knots of the rate, where {@link JointPosteriors} moves what is believed. Not thread safe.
 */
final class DenseMixer {
    private static final int GROUP = MixtureKernels.GROUP;
    /** Instead of a probability that is 0 or, by interpolation, just below: its share of an entropy is nothing. */
    private static final double LEAST = 1e-30;

    private final JointTables tables;
    private final float[] mass;
    private final float[] mixed;
    private final double[] probabilities;
    private final double[] logs;
    private final double[] totals = new double[GROUP];
    private final double[] sums = new double[GROUP];
    private final double[] nats = new double[GROUP];

    DenseMixer(JointTables tables) {
        CountTiles tiles = tables.tiles();
        this.tables = tables;
        this.mass = new float[GROUP * tiles.rows().length];
        this.mixed = new float[GROUP * MixtureKernels.WIDTH * tiles.tiles()];
        this.probabilities = new double[GROUP * tiles.counts()];
        this.logs = new double[probabilities.length];
    }

    /**
     * Answers for a group of neurons and a candidate.
     *
     * @return by neuron of the group, never negative; valid until the next call
     */
    double[] informationNats(JointPosteriors posteriors, int group, int candidate) {
        posteriors.move(group, candidate, mass);
        mix(tables.tiles());
        averageEntropy();
        addEntropy();
        for (int u = 0; u < GROUP; u++) {
            nats[u] = Math.max(0, nats[u]);
        }
        return nats;
    }

    private void mix(CountTiles tiles) {
        Arrays.fill(mixed, 0);
        for (int tile = 0; tile < tiles.tiles(); tile++) {
            Kernels.MIXTURES.gather(mass, tiles.rows(), tiles.firstRow(tile), tiles.endRow(tile),
                    tiles.probabilities(tile), mixed, tile * MixtureKernels.WIDTH);
        }
    }

    /** Of the noise, over the knots of the rate; its negative. */
    private void averageEntropy() {
        double[] entropyNats = tables.responses().entropyNats();
        Arrays.fill(totals, 0);
        Arrays.fill(sums, 0);
        for (int row = 0; row < entropyNats.length; row++) {
            for (int u = 0; u < GROUP; u++) {
                totals[u] += mass[row * GROUP + u];
                sums[u] = Math.fma(mass[row * GROUP + u], entropyNats[row], sums[u]);
            }
        }
        for (int u = 0; u < GROUP; u++) {
            nats[u] = -sums[u] / totals[u];
        }
    }

    /** Of the count: with masses m that add up to M, H(m / M) = ln M + H(m) / M. */
    private void addEntropy() {
        for (int i = 0; i < probabilities.length; i++) {
            probabilities[i] = Math.max(mixed[i], LEAST);
        }
        Kernels.ARRAYS.logarithms(probabilities, probabilities.length, logs);
        Arrays.fill(totals, 0);
        Arrays.fill(sums, 0);
        for (int start = 0; start < probabilities.length; start += GROUP) {
            for (int u = 0; u < GROUP; u++) {
                totals[u] += probabilities[start + u];
                sums[u] = Math.fma(probabilities[start + u], logs[start + u], sums[u]);
            }
        }
        for (int u = 0; u < GROUP; u++) {
            nats[u] += Elementary.log(totals[u]) - sums[u] / totals[u];
        }
    }

    static long bytes(int rows, int counts) {
        int padded = CountTiles.tiles(counts) * MixtureKernels.WIDTH;
        return (long) GROUP * (Float.BYTES * ((long) rows + padded) + Double.BYTES * (2L * counts + 3));
    }
}
