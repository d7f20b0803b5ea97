package io.stimloop.control.safety;

import io.stimloop.control.safety.Units.Irradiance;
import io.stimloop.control.safety.Units.Length;
import io.stimloop.control.safety.Units.Power;
import io.stimloop.control.safety.Units.Span;

/**
 * What light may do.
 *
 * @param perTarget       of each target
 * @param inTotal         of all targets together
 * @param maxTip          irradiance at the tip of a fibre during pulses longer than {@code briefPulse}
 * @param maxBriefTip     likewise, during the others
 * @param briefPulse      the longest pulse that counts as brief
 * @param trains          when it may be on
 * @param maxAtOnce       targets on at once
 * @param minSpacing      of two targets that are on at once
 * @param maxSpotInChange of a spot of a shared beam, if the pattern or the power changed before the other
 */
public record OpticalLimits(PowerLimits perTarget, PowerLimits inTotal, Irradiance maxTip,
        Irradiance maxBriefTip, Span briefPulse, TrainLimits trains, double maxAtOnce, Length minSpacing,
        Power maxSpotInChange) {
    private static final double NONE = Double.POSITIVE_INFINITY;

    /** For what drives nothing. */
    public static final OpticalLimits UNLIMITED = new OpticalLimits(PowerLimits.UNLIMITED,
            PowerLimits.UNLIMITED, new Irradiance(NONE), new Irradiance(NONE), new Span(0),
            TrainLimits.UNLIMITED, NONE, new Length(0), new Power(NONE));
}
