package io.stimloop.inference.belief;

/** A function of the parameters whose posterior variance matters. */
public sealed interface Quantity {
    /** How much its variance counts, from 0. */
    double weight();

    /**
     * A parameter of a unit. Its variance is taken in units of its prior variance, so that parameters of
     * different units can be added; a parameter that is known counts nothing.
     *
     * @param name   as in {@link BeliefSource#parameterNames}
     * @param unit   from 0
     * @param weight from 0
     */
    record Parameter(String name, int unit, double weight) implements Quantity {}

    /**
     * The expected response to a stimulus, of a unit.
     *
     * @param stimulus one value per stimulus value; not to be modified
     * @param unit     from 0
     * @param weight   from 0
     */
    record Expectation(double[] stimulus, int unit, double weight) implements Quantity {}
}
