package io.stimloop.inference.belief;

import io.stimloop.numerics.kernel.Kernels;

/** The prediction of one unit's response that is one of finitely many symbols: a count with a tail, or a choice. */
public interface DiscretePrediction extends Prediction {
    /** Number of response symbols: {@code probabilities()[r]} is set for {@code 0 <= r < symbols()}. */
    int symbols();

    /**
     * p(r given x) with theta integrated out; sums to 1. The last symbol of a count stands for "this count or
     * more". Not to be modified; may be longer than {@link #symbols()}.
     */
    double[] probabilities();

    /** Posterior mean of H(r given x, theta), the entropy of the response that noise alone causes, in nats. */
    double conditionalEntropyNats();

    /** {@code I(r; theta | x) = H(r | x) - E[H(r | x, theta)]}. */
    @Override
    default double informationNats() {
        return Math.max(0, Kernels.ARRAYS.entropy(probabilities(), symbols()) - conditionalEntropyNats());
    }
}
