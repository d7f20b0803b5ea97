package io.stimloop.inference.glm;

import io.stimloop.numerics.kernel.Kernels;

/**
 * Stimuli in one array, row by row, padded with zeros. Immutable.
 *
 * @param count  how many
 * @param size   values of each
 * @param stride from one to the next
 * @param values not to be modified
 */
record StimulusRows(int count, int size, int stride, double[] values) {
    /** Copies stimuli, one row each, at least one. */
    static StimulusRows of(double[][] stimuli) {
        int size = stimuli[0].length;
        int stride = Kernels.padded(size);
        double[] values = new double[Math.multiplyExact(stride, stimuli.length)];
        for (int i = 0; i < stimuli.length; i++) {
            System.arraycopy(stimuli[i], 0, values, i * stride, size);
        }
        return new StimulusRows(stimuli.length, size, stride, values);
    }

    /** Copies stimuli, possibly none, of the size of others. */
    static StimulusRows of(double[][] stimuli, StimulusRows like) {
        return stimuli.length == 0 ? new StimulusRows(0, like.size, like.stride, new double[0]) : of(stimuli);
    }

    /** Bytes of so many. */
    static long bytes(int count, int size) {
        return (long) Double.BYTES * count * Kernels.padded(size);
    }

    /** {@code out[i] = stimulus i . x} for {@code from <= i < to}. */
    void dots(double[] x, int from, int to, double[] out) {
        Kernels.MATRICES.multiplyRows(values, stride, from, to, x, out);
    }

    /** Copies one to the beginning of an array. */
    void copy(int index, double[] out) {
        System.arraycopy(values, index * stride, out, 0, size);
    }

    double squaredNorm(int index) {
        double sum = 0;
        for (int i = index * stride; i < index * stride + size; i++) {
            sum = Math.fma(values[i], values[i], sum);
        }
        return sum;
    }
}
