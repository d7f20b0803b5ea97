package io.stimloop.control.safety;

import io.stimloop.control.safety.Units.Area;
import io.stimloop.numerics.kernel.Elementary;

/**
 * The rules about the charge of a phase.
 *
 * @param limits of the charge
 */
record PhaseRules(ElectricalLimits limits) {
    private static final double CM2_PER_UM2 = 1e-8;
    private static final double LN_10 = 2.302585092994046;

    /**
     * The rules about a phase by itself.
     *
     * @param charge in femtocoulombs
     */
    long reasons(int electrode, long charge, Area area, Judge judge) {
        double chargeNc = charge / Units.FC_PER_NC;
        double chargeUc = charge / Units.FC_PER_UC;
        double density = chargeUc / (area.um2() * CM2_PER_UM2);
        boolean micro = area.um2() < limits.microArea().um2();
        return judge.atMost(Rule.PHASE_CHARGE, electrode, chargeNc, limits.maxPhaseCharge().nc())
                | judge.atMost(Rule.CHARGE_DENSITY, electrode, density, limits.maxDensity().ucPerCm2())
                | judge.atMost(Rule.SHANNON, electrode, Elementary.log(density * chargeUc) / LN_10,
                        limits.maxShannonK())
                | (micro
                        ? judge.atMost(Rule.MICRO_CHARGE, electrode, chargeNc, limits.maxMicroCharge().nc())
                        : 0);
    }

    /**
     * The rule about the two phases of a pulse.
     *
     * @param charge of the first, in femtocoulombs
     * @param left   by both together, likewise
     */
    long balance(int electrode, long charge, long left, Judge judge) {
        double allowed = Math.max(limits.maxImbalance() * charge, limits.allowedImbalance().femtocoulombs());
        return judge.atMost(Rule.PULSE_BALANCE, electrode, left / Units.FC_PER_NC, allowed / Units.FC_PER_NC);
    }
}
