package io.stimloop.rig.neurons.simulated;

import org.apache.commons.rng.UniformRandomProvider;

/**
 * Errors of spike detection and sorting: each spike is missed with a given probability (binomial thinning),
 * and false spikes come as a Poisson background. Harris et al. 2000, "Accuracy of tetrode spike separation",
 * measured misses of 0 to 30% and about as many false spikes.
 *
 * @param missProbability of each spike, from 0 to 1
 * @param falseSpikes     expected false spikes per trial, from 0 to 100,000
 */
public record Detection(double missProbability, double falseSpikes) {
    /** Every spike is seen and nothing else. */
    public static final Detection PERFECT = new Detection(0, 0);

    public Detection {
        Checks.require(missProbability >= 0 && missProbability <= 1, "miss probability", missProbability,
                "from 0 to 1");
        Checks.require(falseSpikes >= 0 && falseSpikes <= new PoissonProcess().largestExpectedCount(),
                "false spikes per trial", falseSpikes, "from 0 to 100000");
    }

    int draw(int spikes, UniformRandomProvider stream) {
        return seen(spikes, stream) + new PoissonProcess().draw(falseSpikes, stream);
    }

    private int seen(int spikes, UniformRandomProvider stream) {
        if (missProbability == 0) {
            return spikes;
        }
        int seen = 0;
        for (int spike = 0; spike < spikes; spike++) {
            if (stream.nextDouble() >= missProbability) {
                seen++;
            }
        }
        return seen;
    }
}
