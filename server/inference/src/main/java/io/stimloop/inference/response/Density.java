package io.stimloop.inference.response;

import org.apache.commons.rng.UniformRandomProvider;

/** The prior density of a parameter. Immutable. */
public interface Density {
    /** Natural logarithm of the density, normalised; minus infinity where there is none. */
    double logDensity(double value);

    /** A draw. */
    double sample(UniformRandomProvider random);

    /** The least value with a density; minus infinity where there is none. */
    double lower();

    /** The greatest value with a density; infinite where there is none. */
    double upper();

    /** Length of a turn of a parameter that wraps around; NaN for one that does not. */
    default double period() {
        return Double.NaN;
    }
}
