package io.stimloop.inference.objective;

import io.stimloop.inference.belief.Prediction;
import io.stimloop.numerics.kernel.Kernels;

/**
 * The mutual information between the next response and the parameters, in nats:
 * {@code I(r; theta | x) = H(r | x) - E[H(r | x, theta)]} (Lindley 1956, Annals of
 * Mathematical Statistics 27, p. 986). It is what one trial with x is expected to take off the entropy of the belief.
 */
public final class Infomax implements Objective {
    /** {@inheritDoc} Never negative: rounding below 0 is cut off. */
    @Override
    public double utility(Prediction prediction) {
        double entropyNats = Kernels.ARRAYS.entropy(prediction.probabilities(), prediction.symbols());
        return Math.max(0, entropyNats - prediction.conditionalEntropyNats());
    }
}
