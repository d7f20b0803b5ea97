package io.stimloop.inference.belief;

/**
 * The predicted tuning curve at one stimulus.
 *
 * @param stimulus one value per dimension
 * @param mean     posterior mean of the expected count
 * @param lower    2.5% posterior quantile of the expected count
 * @param upper    97.5% posterior quantile of the expected count
 */
public record CurvePoint(double[] stimulus, double mean, double lower, double upper) {}
