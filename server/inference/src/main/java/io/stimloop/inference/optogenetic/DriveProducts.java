package io.stimloop.inference.optogenetic;

import io.stimloop.inference.glm.EtaProducts;

/**
 * Covariances of eta at a candidate with chosen weights, then with eta at test stimuli. {@code C x} is worked out once
 * for each neuron and candidate that is asked about. For one thread.
 */
final class DriveProducts implements EtaProducts {
    private final DriveMoments candidates;
    private final int[] chosen;
    private final DriveRows tests;
    private final double[] product;
    private int unitSeen = -1;
    private int candidateSeen = -1;
    private long refreshSeen;

    /**
     * @param chosen indices of weights, 0 for the bias
     */
    DriveProducts(DriveMoments candidates, int[] chosen, DriveRows tests) {
        this.candidates = candidates;
        this.chosen = chosen;
        this.tests = tests;
        this.product = new double[candidates.belief().model().size()];
    }

    @Override
    public double covariance(int unit, int candidate, int function) {
        if (unit != unitSeen || candidate != candidateSeen || candidates.refreshes() != refreshSeen) {
            candidates.rows().product(candidate, candidates.belief().posterior(unit).covariance(), product);
            unitSeen = unit;
            candidateSeen = candidate;
            refreshSeen = candidates.refreshes();
        }
        return function < chosen.length
                ? product[chosen[function]]
                : tests.dot(function - chosen.length, product);
    }
}
