package io.stimloop.rig.neurons.simulated;

/** Refuses numbers that a neuron cannot have, in the comparing direction that also refuses NaN. */
final class Checks {
    private Checks() {}

    /** The four parameters that every shape of tuning curve has. */
    static void requirePeak(double baseline, double amplitude, double preferred, double width) {
        requireFromZero("baseline", baseline);
        requireFromZero("amplitude", amplitude);
        require(Double.isFinite(preferred), "preferred", preferred, "a finite number");
        requireAboveZero("width", width);
    }

    static void requireFromZero(String name, double value) {
        require(value >= 0 && Double.isFinite(value), name, value, "a finite number, 0 or above");
    }

    static void requireAboveZero(String name, double value) {
        require(value > 0 && Double.isFinite(value), name, value, "a finite number above 0");
    }

    static void require(boolean right, String name, Number value, String expected) {
        if (!right) {
            throw new IllegalArgumentException(name + ": is " + value + ", must be " + expected);
        }
    }
}
