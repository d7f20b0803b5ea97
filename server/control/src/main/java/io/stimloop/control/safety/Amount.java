package io.stimloop.control.safety;

/**
 * A number that every command has in common, or that is a dimension of the stimulus.
 *
 * @param fixed     the number
 * @param dimension whose value it is instead; negative for none
 */
public record Amount(double fixed, int dimension) {
    /** The same for every command. */
    public static Amount of(double number) {
        return new Amount(number, -1);
    }

    /** The value of a dimension, from 0. */
    public static Amount at(int dimension) {
        return new Amount(Double.NaN, dimension);
    }

    /** Of a stimulus, one value per dimension. */
    public double of(double[] stimulus) {
        return dimension < 0 ? fixed : stimulus[dimension];
    }
}
