package io.stimloop.rig.neurons.simulated;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/**
 * A Poisson process with dead time: after each spike comes an absolute refractory period, then an
 * exponential waiting time (Deger, Helias, Boucsein and Rotter 2012, "Statistical properties of superimposed
 * stationary spike trains"). The train is in equilibrium when the trial begins, and the free rate
 * is raised so that the expected count stays what was asked for exactly (Cox 1962, "Renewal
 * theory": the duration over the mean interval); only the scatter shrinks, to a Fano factor of about
 * {@code (1 - rate * refractory)^2}.
 *
 * @param refractorySeconds absolute refractory period, above 0; 0.001 to 0.003 is usual
 * @param durationSeconds   how long a trial counts spikes, above the refractory period
 */
public record RefractoryProcess(double refractorySeconds, double durationSeconds) implements SpikeProcess {
    /** Beyond this fraction of the rate at which no time is left between the refractory periods. */
    private static final double LARGEST_OCCUPANCY = 0.95;

    public RefractoryProcess {
        Checks.requireAboveZero("refractory period", refractorySeconds);
        Checks.requireAboveZero("trial duration", durationSeconds);
        Checks.require(refractorySeconds < durationSeconds, "refractory period", refractorySeconds,
                "shorter than the trial, " + durationSeconds + " s");
    }

    @Override
    public double largestExpectedCount() {
        return Math.min(LARGEST_OCCUPANCY * durationSeconds / refractorySeconds,
                new PoissonProcess().largestExpectedCount());
    }

    @Override
    public int draw(double expectedCount, UniformRandomProvider stream) {
        double mean = Math.min(expectedCount, largestExpectedCount());
        if (mean <= 0) {
            return 0;
        }
        double meanInterval = durationSeconds / mean;
        var wait = ZigguratSampler.Exponential.of(stream, meanInterval - refractorySeconds);
        double time = timeToFirstSpike(meanInterval, wait, stream);
        int spikes = 0;
        while (time < durationSeconds) {
            spikes++;
            time += refractorySeconds + wait.sample();
        }
        return spikes;
    }

    /**
     * The forward recurrence time of the process in equilibrium, whose density is the probability that an
     * interval is longer, over the mean interval: flat up to the refractory period, exponential after it.
     */
    private double timeToFirstSpike(double meanInterval, ZigguratSampler wait, UniformRandomProvider stream) {
        double place = stream.nextDouble() * meanInterval;
        return place < refractorySeconds ? place : refractorySeconds + wait.sample();
    }
}
