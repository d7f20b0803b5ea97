package io.stimloop.control.safety;

import io.stimloop.control.safety.Units.HeatResistance;
import io.stimloop.control.safety.Units.Span;
import io.stimloop.control.safety.Units.Warming;

/**
 * How warm the tissue at a site may become, by an estimate with two time constants: power P that stays on warms by
 * {@code (fast + slow) P} in the end, a part quickly and a part slowly.
 *
 * @param maxRise  above the temperature without light
 * @param fast     what a milliwatt adds in the end, quickly
 * @param slow     likewise, slowly
 * @param fastTime time constant of the first part, above 0
 * @param slowTime time constant of the second, above 0
 */
public record HeatLimits(Warming maxRise, HeatResistance fast, HeatResistance slow, Span fastTime,
        Span slowTime) {
    /** For what drives nothing. */
    public static final HeatLimits UNLIMITED = new HeatLimits(new Warming(Double.POSITIVE_INFINITY),
            new HeatResistance(0), new HeatResistance(0), Span.ofSeconds(1), Span.ofSeconds(1));
}
