package io.stimloop.inference.response;

/**
 * Which counts a model can give, as far as tables of their probabilities must know.
 *
 * @param dispersions the values that the dispersion may have; the one value 0 for Poisson noise; not to be modified
 * @param ceiling     counts at or above it are one observation; 0 for none
 * @param highestRate the greatest expected count
 */
public record CountRange(double[] dispersions, int ceiling, double highestRate) {}
