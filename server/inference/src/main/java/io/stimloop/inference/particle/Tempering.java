package io.stimloop.inference.particle;

import io.stimloop.numerics.kernel.Elementary;

/**
 * How much of a likelihood particles can take at once. A trial that would leave but a few of them with weight is taken
 * in stages, as powers of its likelihood that add up to 1, with a resampling and moves after each (Del Moral, Doucet and
 * Jasra 2006, Journal of the Royal Statistical Society B 68, 411).
 */
final class Tempering {
    /** Most stages of a trial; the last takes what is left. */
    static final int MOST_STAGES = 30;

    /** A trial is taken in stages when less than this fraction of the size that calls for resampling would be left. */
    private static final double COLLAPSE = 0.2;
    private static final int BISECTIONS = 30;

    private Tempering() {}

    /**
     * The power to take now.
     *
     * @param logWeights     of the particles
     * @param logLikelihoods of the trial
     * @param left           power that is left, above 0 and at most 1
     * @param leastSize      effective sample size below which particles are resampled
     * @return above 0; {@code left} where that much leaves enough
     */
    static double power(double[] logWeights, double[] logLikelihoods, double left, double leastSize) {
        if (effectiveSize(logWeights, logLikelihoods, left) >= COLLAPSE * leastSize) {
            return left;
        }
        double enough = 0;
        double tooMuch = left;
        for (int i = 0; i < BISECTIONS; i++) {
            // Likelihoods may differ by any order of magnitude: halving finds it, bisection the place within it.
            double middle = enough == 0 ? tooMuch / 8 : (enough + tooMuch) / 2;
            if (effectiveSize(logWeights, logLikelihoods, middle) >= leastSize) {
                enough = middle;
            } else {
                tooMuch = middle;
            }
        }
        return enough == 0 ? left : enough;
    }

    /** Of weights multiplied by a power of a likelihood: the square of their sum over the sum of their squares. */
    private static double effectiveSize(double[] logWeights, double[] logLikelihoods, double power) {
        double peak = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < logWeights.length; k++) {
            peak = Math.max(peak, Math.fma(power, logLikelihoods[k], logWeights[k]));
        }
        double sum = 0;
        double squares = 0;
        for (int k = 0; k < logWeights.length; k++) {
            double weight = Elementary.exp(Math.fma(power, logLikelihoods[k], logWeights[k]) - peak);
            sum += weight;
            squares = Math.fma(weight, weight, squares);
        }
        return sum * sum / squares;
    }
}
