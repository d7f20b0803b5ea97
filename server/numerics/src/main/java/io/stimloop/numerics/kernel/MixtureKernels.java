package io.stimloop.numerics.kernel;

/**
 * Moves masses that lie at places onto eight neighbours of each place, with weights that many distributions over the same
 * places share. Terms are added in the order of the places, whatever the width of the processor's registers; every
 * product and its sum are rounded once. Stateless.
 */
public interface MixtureKernels {
    /** Distributions at a time; their numbers for a place lie next to each other. */
    int GROUP = 16;
    /** Numbers that a place is moved to. */
    int WIDTH = 8;
    /** Places laid next to each other at a time: they stay in the first-level cache. */
    int BLOCK = 64;

    /**
     * Moves places that have the same neighbours: {@code out[(to + i) * GROUP + u] += sum_k weights[k * WIDTH + i] *
     * masses[places[k] * GROUP + u]} for k from {@code from} to before {@code end}, i below {@link #WIDTH} and u below
     * {@link #GROUP}.
     */
    void gather(float[] masses, int[] places, int from, int end, float[] weights, float[] out, int to);

    /**
     * Moves places of one distribution that each have neighbours of their own: {@code out[first[p] + i] +=
     * weights[p * WIDTH + i] * masses[k]} with {@code p = places[k]}, for k below {@code n} and i below {@link #WIDTH}.
     */
    void scatter(double[] masses, int[] places, int n, int[] first, double[] weights, double[] out);

    /**
     * Lays distributions next to each other in single precision: {@code out[place * GROUP + u] = masses[u][place]}, but 0
     * where that is less than {@code least}; for every place of out.
     *
     * @param n how many distributions, at most {@link #GROUP}; what is left over is not written
     */
    default void interleave(double[][] masses, int n, double least, float[] out) {
        int places = out.length / GROUP;
        for (int start = 0; start < places; start += BLOCK) {
            int end = Math.min(start + BLOCK, places);
            for (int u = 0; u < n; u++) {
                double[] mass = masses[u];
                for (int place = start; place < end; place++) {
                    out[place * GROUP + u] = (float) (mass[place] >= least ? mass[place] : 0);
                }
            }
        }
    }
}
