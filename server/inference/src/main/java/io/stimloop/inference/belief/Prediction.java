package io.stimloop.inference.belief;

/**
 * What the present belief says about the response to one stimulus: the answers to the {@link Question} that the
 * predictor was made for, and all that an objective may see of the belief. What was not asked for throws
 * {@link IllegalStateException}.
 *
 * <p>Valid until the {@link ResponsePredictor.View} that returned it is used again.
 */
public interface Prediction {
    /**
     * The mutual information between the response and the parameters, in nats, weighted over units; never
     * negative: rounding below 0 is cut off.
     */
    default double informationNats() {
        throw notAsked("information");
    }

    /** Number of units. */
    default int units() {
        return 1;
    }

    /** Whether a unit counts: it is not left out. The answers about one that does not are not to be asked for. */
    default boolean includes(int unit) {
        return true;
    }

    /** Posterior mean of the expected response of a unit, in the unit of the response. */
    default double mean(int unit) {
        throw notAsked("expected response");
    }

    /** Posterior variance of the expected response of a unit: of what theta leaves open, without the noise. */
    default double variance(int unit) {
        throw notAsked("expected response");
    }

    /** Posterior probability that the expected response of a unit exceeds a level. */
    default double probabilityAbove(int unit, double level) {
        throw notAsked("exceedance");
    }

    /** Posterior mean of by how much the expected response exceeds a level, 0 where it does not. */
    default double expectedExcess(int unit, double level) {
        throw notAsked("exceedance");
    }

    /**
     * The greatest posterior mean of the expected response of a unit at any of the candidates; NaN where there are none
     * ({@link StimulusPredictor}).
     */
    default double greatestMean(int unit) {
        throw notAsked("exceedance");
    }

    /** Expected decrease of the weighted sum of posterior variances; never negative. */
    default double varianceReduction() {
        throw notAsked("variance reduction");
    }

    /** Expected decrease of half the log determinant of the posterior covariance, in nats. */
    default double logDeterminantReduction() {
        throw notAsked("determinant reduction");
    }

    private static IllegalStateException notAsked(String what) {
        return new IllegalStateException("the predictor was made for another question than " + what);
    }
}
