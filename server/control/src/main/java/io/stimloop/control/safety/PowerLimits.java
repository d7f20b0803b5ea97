package io.stimloop.control.safety;

import io.stimloop.control.safety.Units.Energy;
import io.stimloop.control.safety.Units.Power;
import io.stimloop.control.safety.Units.Span;

/**
 * How much light a target may get, or all targets together.
 *
 * @param maxPower            at any moment
 * @param maxWindowEnergy     within the window
 * @param window              any time of this length
 * @param maxExperimentEnergy in the whole experiment
 * @param heating             of the tissue
 */
public record PowerLimits(Power maxPower, Energy maxWindowEnergy, Span window, Energy maxExperimentEnergy,
        HeatLimits heating) {
    private static final double NONE = Double.POSITIVE_INFINITY;

    /** For what drives nothing. */
    public static final PowerLimits UNLIMITED = new PowerLimits(new Power(NONE), new Energy(NONE),
            Span.ofSeconds(1), new Energy(NONE), HeatLimits.UNLIMITED);
}
