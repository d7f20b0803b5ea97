package io.stimloop.numerics.kernel;

/** {@link MixtureKernels} without the Vector API. */
final class PlainMixtureKernels implements MixtureKernels {
    @Override
    public void gather(float[] masses, int[] places, int from, int end, float[] weights, float[] out,
            int to) {
        for (int k = from; k < end; k++) {
            int place = places[k] * GROUP;
            for (int i = 0; i < WIDTH; i++) {
                float weight = weights[k * WIDTH + i];
                int at = (to + i) * GROUP;
                for (int u = 0; u < GROUP; u++) {
                    out[at + u] = Math.fma(weight, masses[place + u], out[at + u]);
                }
            }
        }
    }

    @Override
    public void scatter(double[] masses, int[] places, int n, int[] first, double[] weights, double[] out) {
        for (int k = 0; k < n; k++) {
            int place = places[k];
            for (int i = 0; i < WIDTH; i++) {
                int to = first[place] + i;
                out[to] = Math.fma(weights[place * WIDTH + i], masses[k], out[to]);
            }
        }
    }
}
