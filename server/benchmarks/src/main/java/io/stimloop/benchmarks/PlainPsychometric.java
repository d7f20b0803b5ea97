package io.stimloop.benchmarks;

import java.util.Arrays;

/**
 * QUEST+ as its paper states it: for every stimulus and every answer the posterior of every hypothesis and its entropy,
 * from a table of likelihoods. The baseline of {@link PsychometricBenchmark}.
 */
final class PlainPsychometric {
    /** By stimulus, answer and hypothesis. */
    private final double[][][] likelihoods;
    private final double[] posterior;

    /** @param likelihoods by stimulus, answer and hypothesis; the prior is flat */
    PlainPsychometric(double[][][] likelihoods) {
        this.likelihoods = likelihoods;
        this.posterior = new double[likelihoods[0][0].length];
        Arrays.fill(posterior, 1.0 / posterior.length);
    }

    void condition(int stimulus, int answer) {
        double sum = 0;
        for (int k = 0; k < posterior.length; k++) {
            posterior[k] *= likelihoods[stimulus][answer][k];
            sum += posterior[k];
        }
        for (int k = 0; k < posterior.length; k++) {
            posterior[k] /= sum;
        }
    }

    /** The stimulus with the least expected posterior entropy. */
    int best() {
        int best = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int stimulus = 0; stimulus < likelihoods.length; stimulus++) {
            double expected = 0;
            for (double[] likelihood : likelihoods[stimulus]) {
                expected += weightedEntropy(likelihood);
            }
            if (expected < least) {
                least = expected;
                best = stimulus;
            }
        }
        return best;
    }

    private double weightedEntropy(double[] likelihood) {
        double evidence = 0;
        for (int k = 0; k < posterior.length; k++) {
            evidence += posterior[k] * likelihood[k];
        }
        double entropy = 0;
        for (int k = 0; k < posterior.length; k++) {
            double after = posterior[k] * likelihood[k] / evidence;
            entropy -= after > 0 ? after * Math.log(after) : 0;
        }
        return evidence * entropy;
    }
}
