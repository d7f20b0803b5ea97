package io.stimloop.studies;

/**
 * How one experiment went: at every checkpoint.
 *
 * @param errors      by checkpoint
 * @param entropyNats by checkpoint, of the belief
 * @param priorNats   entropy of the prior
 * @param reached     the first trial after which the error met the criterion; one more than the trials when it never did
 */
record Course(double[] errors, double[] entropyNats, double priorNats, int reached) {}
