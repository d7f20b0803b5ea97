package io.stimloop.studies;

/**
 * How one experiment went: at every checkpoint.
 *
 * @param errors      by checkpoint
 * @param entropyNats by checkpoint, of the belief
 * @param costs       by checkpoint: of the stimuli so far, in the unit of the objective
 * @param priorNats   entropy of the prior
 * @param reached     the first trial after which the error met the criterion; one more than the trials when it never did
 */
record Course(double[] errors, double[] entropyNats, double[] costs, double priorNats, int reached) {
    /** What was taken off the entropy of the prior. */
    double gained(int checkpoint) {
        return priorNats - entropyNats[checkpoint];
    }
}
