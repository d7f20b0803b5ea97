package io.stimloop.inference.map;

/**
 * A kernel and a dispersion, and what follows from them.
 *
 * @param fit        of f
 * @param dispersion index of the counts' dispersion in the model
 * @param logPrior   natural logarithm of how probable the pair is before the first trial
 */
record Hypothesis(LaplaceFit fit, int dispersion, double logPrior) {
    Hypothesis copy() {
        return new Hypothesis(new LaplaceFit(fit), dispersion, logPrior);
    }

    /** Natural logarithm of prior times evidence. */
    double logWeight(Observations seen) {
        return logPrior + fit.logEvidence() + seen.logConstant(dispersion);
    }
}
