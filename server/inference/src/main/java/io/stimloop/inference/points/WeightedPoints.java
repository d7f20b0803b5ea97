package io.stimloop.inference.points;

/**
 * Parameter values with weights: the cells of a grid, particles, or draws. Their number does not change; their
 * weights may with every trial, and where they stand when they are moved. Not thread safe.
 */
public interface WeightedPoints {
    /** Number of points. */
    int size();

    /** One array per parameter, with at least {@link #size()} elements. Not to be modified. */
    double[][] parameters();

    /**
     * The weights as they are now: from 0, of sum 1, one per point. Not to be modified; overwritten later. Points
     * that only fill up an array have weight 0.
     */
    double[] weights();

    /**
     * Tells where the points stand: the same object as long as they stay there, and for copies that stand there
     * too; another one as soon as they have moved. So tables over the points know when to be made anew.
     */
    Place place();
}
