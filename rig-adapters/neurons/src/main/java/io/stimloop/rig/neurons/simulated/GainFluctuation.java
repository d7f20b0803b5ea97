package io.stimloop.rig.neurons.simulated;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.AhrensDieterMarsagliaTsangGammaSampler;
import org.apache.commons.rng.sampling.distribution.LogNormalSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/**
 * A gain drawn anew for each trial, with mean 1, that multiplies the expected count. With Poisson spikes
 * the count then has the variance {@code f + variance * f^2} (Goris, Movshon and Simoncelli 2014,
 * "Partitioning neuronal variability"): negative binomial with that dispersion when the gain is
 * gamma distributed.
 *
 * @param distribution of the gain
 * @param variance     of the gain, from 0; recorded cortical cells lie around 0.05 to 0.5
 */
public record GainFluctuation(Distribution distribution, double variance) {
    /** A gain of 1 in every trial. */
    public static final GainFluctuation NONE = new GainFluctuation(Distribution.GAMMA, 0);

    /** How the gain is distributed about 1. */
    public enum Distribution {
        /** Gamma with shape 1 / variance: gives negative binomial counts. */
        GAMMA,
        /** Log-normal: a heavier upper tail at the same variance. */
        LOG_NORMAL
    }

    public GainFluctuation {
        Checks.requireFromZero("gain variance", variance);
    }

    double draw(UniformRandomProvider stream) {
        if (variance == 0) {
            return 1;
        }
        return switch (distribution) {
            case GAMMA -> AhrensDieterMarsagliaTsangGammaSampler.of(stream, 1 / variance, variance).sample();
            case LOG_NORMAL -> logNormal(stream);
        };
    }

    private double logNormal(UniformRandomProvider stream) {
        double logVariance = StrictMath.log1p(variance);
        return LogNormalSampler.of(ZigguratSampler.NormalizedGaussian.of(stream), -logVariance / 2,
                Math.sqrt(logVariance)).sample();
    }
}
