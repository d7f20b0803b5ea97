package io.stimloop.planning.design;

/**
 * An order of stimuli fixed in advance: a function of the position alone, so that a trial that was dropped
 * as invalid is asked for again as it was. Used by one thread at a time.
 *
 * <p>Presented for its own sake through {@link DesignPlanner}, or by a search when its time is up: a
 * {@link BalancedBlocks} of the candidates, a {@link FixedSequence} of one stimulus, or one of a blank.
 */
public interface Design {
    /**
     * The stimulus at a place of the design.
     *
     * @param position trials that counted so far, from 0
     * @return one value per stimulus dimension, in its unit; empty for a blank; not to be modified
     */
    double[] stimulus(long position);

    /** How many stimuli it is made of. */
    int size();
}
