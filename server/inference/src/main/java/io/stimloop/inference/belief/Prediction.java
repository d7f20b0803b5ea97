package io.stimloop.inference.belief;

/**
 * The predictive distribution of the response to one stimulus under the present belief: all that an
 * objective may see of the belief.
 *
 * <p>Valid until the {@link ResponsePredictor.View} that returned it is used again.
 */
public interface Prediction {
    /** Number of response symbols: {@code probabilities()[r]} is set for {@code 0 <= r < symbols()}. */
    int symbols();

    /**
     * p(r given x) with theta integrated out; sums to 1. The last symbol stands for "this count or more".
     * Not to be modified; may be longer than {@link #symbols()}.
     */
    double[] probabilities();

    /** Posterior mean of H(r given x, theta), the entropy of the response that noise alone causes, in nats. */
    double conditionalEntropyNats();
}
