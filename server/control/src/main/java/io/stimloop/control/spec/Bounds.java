package io.stimloop.control.spec;

/**
 * An allowed range of numbers, both ends included. The widest, {@link #ANY}, keeps squares, differences
 * and ratios of any two numbers of a spec finite; no physical quantity in a sensible unit leaves it.
 */
record Bounds(double min, double max) {
    /** The smallest number that counts as above 0. */
    static final double SMALLEST = 1e-12;

    private static final double LARGEST = 1e12;
    private static final double TOUCH = 1e-6;

    static final Bounds ANY = new Bounds(-LARGEST, LARGEST);
    static final Bounds POSITIVE = new Bounds(SMALLEST, LARGEST);
    static final Bounds NOT_NEGATIVE = new Bounds(0, LARGEST);

    /** Whether the number lies in the range; NaN does not. */
    boolean contain(double value) {
        return value >= min && value <= max;
    }

    /** Whether a density between two ends, which may be infinite, has its mass in the range; the ends may touch it. */
    boolean hold(double lower, double upper) {
        return (min == -LARGEST || lower >= min - TOUCH) && (max == LARGEST || upper <= max + TOUCH);
    }

    /** Reports the number unless it lies in the range; returns whether it does. */
    boolean check(double value, Faults at) {
        return at.require(contain(value), complaint(value));
    }

    /** What is wrong with a number outside. */
    String complaint(double value) {
        return Wording.number(value) + " must be from " + Wording.number(min) + " to " + Wording.number(max);
    }
}
