package io.stimloop.inference.belief;

import io.stimloop.numerics.kernel.CountKernels;

/**
 * The log probability of an observed count given its expectation, added over a part of the grid; one
 * implementation for each kind of noise. Not thread safe.
 */
interface CountTerm {
    /** Sets the count that was observed, from 0. */
    void observe(int count);

    /**
     * Adds the log probability to all rows of one profile.
     *
     * @param gain g, from which the rows' expected counts follow
     * @see CountKernels#addPoisson
     */
    void add(double[] logs, int from, double gain, double shift, double[] peaks);

    /** What {@link #add} left out because it is the same for all cells. */
    double constant();
}
