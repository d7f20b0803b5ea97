package io.stimloop.inference.belief;

import java.util.List;

/**
 * The posterior over the parameters theta given all trials so far. Deterministic: the same model and the
 * same trials in the same order give the same bits on every machine. Not thread safe: one writer; others
 * may read between its updates only.
 */
public interface Belief {
    /**
     * Learns from one trial by Bayes' rule.
     *
     * @param stimulus what was presented, one finite value per stimulus dimension, in its unit; not kept
     * @param counts   the spike counts, one per neuron, from 0; not kept
     * @return the natural logarithm of the largest probability that any parameter value still believed in
     *         gave to the counts: an upper bound on how likely they were. Very negative means that the model
     *         could not have produced them. Never NaN, and the belief stays proper whatever it is
     */
    double condition(double[] stimulus, int[] counts);

    /** Trials learned from. */
    long trials();

    /** Entropy of the posterior over the grid, in nats. */
    double entropyNats();

    /** Mean, sd and quantiles of each parameter, in the order of the model's axes. */
    List<ParameterSummary> parameters();

    /**
     * The expected count as a function of the stimulus: posterior mean and 95% credible band.
     *
     * @param stimuli one row per stimulus
     */
    List<CurvePoint> curve(double[][] stimuli);

    /**
     * Tables for predicting the responses to these stimuli (one row each; copied). The belief expects to learn
     * from them from now on.
     */
    ResponsePredictor predictor(double[][] candidates);

    /** An independent belief in the same state that shares immutable tables. Cheap: one array is copied. */
    Belief copy();
}
