package io.stimloop.numerics.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** {@link MixtureKernels} in registers of four doubles or eight floats. */
final class VectorMixtureKernels implements MixtureKernels {
    private static final VectorSpecies<Float> EIGHT = FloatVector.SPECIES_256;
    private static final int HALF = WIDTH / 2;

    @Override
    public void gather(float[] masses, int[] places, int from, int end, float[] weights, float[] out,
            int to) {
        gatherHalf(masses, places, from, end, weights, 0, out, to * GROUP);
        gatherHalf(masses, places, from, end, weights, HALF, out, (to + HALF) * GROUP);
    }

    /** Four of the eight neighbours; what they receive stays in registers meanwhile. */
    private static void gatherHalf(float[] masses, int[] places, int from, int end, float[] weights, int half,
            float[] out, int to) {
        FloatVector low0 = load(out, to);
        FloatVector low1 = load(out, to + GROUP);
        FloatVector low2 = load(out, to + 2 * GROUP);
        FloatVector low3 = load(out, to + 3 * GROUP);
        FloatVector high0 = load(out, to + EIGHT.length());
        FloatVector high1 = load(out, to + GROUP + EIGHT.length());
        FloatVector high2 = load(out, to + 2 * GROUP + EIGHT.length());
        FloatVector high3 = load(out, to + 3 * GROUP + EIGHT.length());
        for (int k = from; k < end; k++) {
            int place = places[k] * GROUP;
            int weight = k * WIDTH + half;
            FloatVector low = load(masses, place);
            FloatVector high = load(masses, place + EIGHT.length());
            FloatVector weight0 = FloatVector.broadcast(EIGHT, weights[weight]);
            low0 = low.fma(weight0, low0);
            high0 = high.fma(weight0, high0);
            FloatVector weight1 = FloatVector.broadcast(EIGHT, weights[weight + 1]);
            low1 = low.fma(weight1, low1);
            high1 = high.fma(weight1, high1);
            FloatVector weight2 = FloatVector.broadcast(EIGHT, weights[weight + 2]);
            low2 = low.fma(weight2, low2);
            high2 = high.fma(weight2, high2);
            FloatVector weight3 = FloatVector.broadcast(EIGHT, weights[weight + 3]);
            low3 = low.fma(weight3, low3);
            high3 = high.fma(weight3, high3);
        }
        low0.intoArray(out, to);
        low1.intoArray(out, to + GROUP);
        low2.intoArray(out, to + 2 * GROUP);
        low3.intoArray(out, to + 3 * GROUP);
        high0.intoArray(out, to + EIGHT.length());
        high1.intoArray(out, to + GROUP + EIGHT.length());
        high2.intoArray(out, to + 2 * GROUP + EIGHT.length());
        high3.intoArray(out, to + 3 * GROUP + EIGHT.length());
    }

    private static FloatVector load(float[] x, int at) {
        return FloatVector.fromArray(EIGHT, x, at);
    }

    @Override
    public void scatter(double[] masses, int[] places, int n, int[] first, double[] weights, double[] out) {
        for (int k = 0; k < n; k++) {
            int place = places[k];
            int to = first[place];
            DoubleVector moved = Lanes.all(masses[k]);
            Lanes.addProduct(Lanes.load(weights, place * WIDTH), moved, out, to);
            Lanes.addProduct(Lanes.load(weights, place * WIDTH + Kernels.LANES), moved, out,
                    to + Kernels.LANES);
        }
    }
}
