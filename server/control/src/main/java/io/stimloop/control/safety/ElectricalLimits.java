package io.stimloop.control.safety;

import io.stimloop.control.safety.Units.Area;
import io.stimloop.control.safety.Units.Charge;
import io.stimloop.control.safety.Units.ChargeDensity;
import io.stimloop.control.safety.Units.Current;
import io.stimloop.control.safety.Units.Span;

/**
 * What current may do.
 *
 * @param maxCurrent       of an electrode
 * @param trains           when it may be on
 * @param maxPhaseCharge   of a phase
 * @param maxDensity       of the charge of a phase, by the geometric area
 * @param maxShannonK      greatest {@code log10(density in uC/cm2) + log10(charge in uC)} of a phase (Shannon 1992)
 * @param microArea        an electrode below it is a microelectrode, of which Shannon's line says nothing (Cogan 2016)
 * @param maxMicroCharge   of a phase of a microelectrode
 * @param maxImbalance     of the two phases of a pulse, as a fraction of the first
 * @param allowedImbalance allowed whatever the fraction
 * @param maxNetCharge     what pulses leave within the window, all of one sign
 * @param netChargeWindow  any time of this length
 * @param maxAtOnce        electrodes on at once
 */
public record ElectricalLimits(Current maxCurrent, TrainLimits trains, Charge maxPhaseCharge,
        ChargeDensity maxDensity, double maxShannonK, Area microArea, Charge maxMicroCharge,
        double maxImbalance, Charge allowedImbalance, Charge maxNetCharge, Span netChargeWindow,
        double maxAtOnce) {
    private static final double NONE = Double.POSITIVE_INFINITY;

    /** For what drives nothing. */
    public static final ElectricalLimits UNLIMITED = new ElectricalLimits(new Current(NONE),
            TrainLimits.UNLIMITED, new Charge(NONE), new ChargeDensity(NONE), NONE, new Area(0),
            new Charge(NONE), NONE, new Charge(NONE), new Charge(NONE), Span.ofSeconds(1), NONE);
}
