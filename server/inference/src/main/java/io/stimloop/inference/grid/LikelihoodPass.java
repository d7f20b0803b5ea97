package io.stimloop.inference.grid;

import io.stimloop.numerics.kernel.CountKernels;

/** Adds the log likelihood of one trial to a grid. Has working memory of its own; not thread safe. */
interface LikelihoodPass {
    /**
     * Adds it, and takes the old maximum out.
     *
     * @param logs     log probabilities of the cells, modified
     * @param shift    their maximum before the pass
     * @param stimulus what was presented, one finite value per dimension
     * @param response the one count, from 0
     * @param peaks    minus infinity twice; receives the maxima that {@link CountKernels} names, that of the
     *                 likelihood with all its constants
     * @throws IllegalArgumentException naming what is wrong with the stimulus or the response; nothing is
     *                                  changed then
     */
    void add(double[] logs, double shift, double[] stimulus, double[] response, double[] peaks);

    /** Gets ready for stimuli that will be presented often, one row each; the result is the same bits. */
    void expect(double[][] stimuli);

    /** A pass over the same grid with working memory of its own, as ready as this one. */
    LikelihoodPass copy();
}
