package io.stimloop.inference.grid;

import io.stimloop.numerics.kernel.RateBlock;

/**
 * The log probability of an observed count given its expectation; one implementation for each kind of noise.
 * Not thread safe.
 */
interface CountTerm {
    /** Sets the count that was observed, from 0. */
    void observe(int count);

    /**
     * Works out the log probability for a block of rates.
     *
     * @param likelihood receives it, but for {@link #constant()}
     */
    void likelihoods(RateBlock rates, double[] likelihood);

    /** What {@link #likelihoods} leaves out because it is the same for all cells. */
    double constant();
}
