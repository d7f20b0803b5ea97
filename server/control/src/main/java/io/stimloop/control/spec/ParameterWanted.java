package io.stimloop.control.spec;

/**
 * A parameter that a model needs.
 *
 * @param name   in the spec and in what is reported
 * @param bounds of its values
 * @param known  what it is taken to be where the spec leaves it out; NaN where it must not
 * @param period length of a turn where it wraps around; NaN where it does not
 */
record ParameterWanted(String name, Bounds bounds, double known, double period) {
    /** One that must be given and does not wrap around. */
    ParameterWanted(String name, Bounds bounds) {
        this(name, bounds, Double.NaN, Double.NaN);
    }
}
