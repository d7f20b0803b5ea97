package io.stimloop.planning.continuous;

/**
 * The best stimulus that was found somewhere.
 *
 * @param point    where it lies in its box; not to be modified
 * @param stimulus one value per dimension; not to be modified
 * @param utility  less its cost; NaN where nothing was found
 */
record Optimum(double[] point, double[] stimulus, double utility) {
    private static final double[] NOWHERE = {};

    /** Nothing was found. */
    static final Optimum NONE = new Optimum(NOWHERE, NOWHERE, Double.NaN);

    boolean none() {
        return Double.isNaN(utility);
    }
}
