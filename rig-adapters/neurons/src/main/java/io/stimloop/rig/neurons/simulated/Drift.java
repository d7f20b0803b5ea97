package io.stimloop.rig.neurons.simulated;

/**
 * Slow change over the session: independent Gaussian random walks of the logarithm of the gain and of the
 * preferred stimulus, one step between trials, starting from nothing at the first trial. (Sources of such
 * drift: electrode movement and changing arousal; Brody 1999, "Correlations without synchrony", shows what
 * it does to spike counts. That the walk is Gaussian is a choice of ours.)
 *
 * @param logGainSd   standard deviation of a step of the log gain, from 0; 0.01 makes about 10% in 100 trials
 * @param preferredSd standard deviation of a step of the preferred stimulus, in its unit, from 0
 */
public record Drift(double logGainSd, double preferredSd) {
    /** No drift. */
    public static final Drift NONE = new Drift(0, 0);

    public Drift {
        Checks.requireFromZero("drift of the log gain", logGainSd);
        Checks.requireFromZero("drift of the preferred stimulus", preferredSd);
    }
}
