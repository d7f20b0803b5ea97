package io.stimloop.inference.response;

/** How counts scatter about their expectation. */
public enum NoiseFamily {
    /** Variance equals the mean. */
    POISSON,
    /** Variance = mean + dispersion * mean^2; the model has a last axis "dispersion". */
    NEGATIVE_BINOMIAL
}
