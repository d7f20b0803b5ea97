package io.stimloop.rig.client;

import io.stimloop.rig.guard.ChargeRule;
import io.stimloop.rig.guard.TogetherRule;
import io.stimloop.rig.guard.Train;
import io.stimloop.v1.CurrentOutput;
import io.stimloop.v1.ElectricalLimits;
import io.stimloop.v1.Electrode;
import java.util.function.ToDoubleFunction;

/** The limits of current. */
final class CurrentLimitsReader {
    private static final double US_PER_MS = 1e3;
    /** 1 uA for 1 us is 1 pC. */
    private static final double PC_PER_NC = 1e3;
    private static final double NC_PER_UC = 1e3;
    private static final double CM2_PER_UM2 = 1e-8;
    private static final double NANOS_PER_S = 1e9;

    private final ElectricalLimits limits;
    private final CurrentOutput output;
    private final Draught draught;
    private final ToDoubleFunction<double[]> phaseUs;

    CurrentLimitsReader(ElectricalLimits limits, CurrentOutput output, Draught draught) {
        this.limits = limits;
        this.output = output;
        this.draught = draught;
        phaseUs = draught.amount(output.getPhaseUs());
    }

    /** Of all electrodes. */
    void read() {
        int[] places = draught
                .places(output.getElectrodesList().stream().map(Electrode::getCurrentUa).toList());
        Train train = new Train(stimulus -> 2 * phaseUs.applyAsDouble(stimulus) / US_PER_MS,
                output.hasPulses() ? draught.amount(output.getPulses()) : stimulus -> 1,
                draught.amount(output.getPulseRateHz()));
        TrainLimitsReader.read(limits.getTrains(), places, train, draught);
        draught.add(new TogetherRule(places, limits.getMaxElectrodesAtOnce(), Double.POSITIVE_INFINITY));
        for (Electrode electrode : output.getElectrodesList()) {
            draught.within(electrode.getCurrentUa(), -limits.getMaxCurrentUa(), limits.getMaxCurrentUa());
            electrode(draught.names().indexOf(electrode.getCurrentUa()), electrode.getAreaUm2(), train);
        }
    }

    private void electrode(int place, double areaUm2, Train train) {
        double mostNc = mostChargeNc(areaUm2);
        draught.add((stimulus, nowNanos) -> Within.most("charge of a phase",
                Math.abs(stimulus[place]) * phaseUs.applyAsDouble(stimulus) / PC_PER_NC, mostNc, "nC"));
        draught.add(new ChargeRule(place,
                new ChargeRule.Pulses(train, phaseUs,
                        output.hasRecovery() ? draught.amount(output.getRecovery()) : stimulus -> 1),
                new ChargeRule.Limits(limits.getMaxImbalance(), limits.getMaxImbalanceNc(),
                        limits.getMaxNetChargeNc(), (long) (limits.getNetChargeWindowS() * NANOS_PER_S))));
    }

    /**
     * The least of all that bounds the charge Q of a phase on an area A: itself, the density Q / A, Shannon's line
     * log10(Q / A) + log10(Q) = k, so that Q = sqrt(10^k A), and the bound of microelectrodes.
     */
    private double mostChargeNc(double areaUm2) {
        double areaCm2 = areaUm2 * CM2_PER_UM2;
        double density = limits.getMaxChargeDensityUcPerCm2() * areaCm2 * NC_PER_UC;
        double shannon = Math.sqrt(Math.pow(10, limits.getMaxShannonK()) * areaCm2) * NC_PER_UC;
        double micro = areaUm2 < limits.getMicroAreaUm2()
                ? limits.getMaxMicroChargePerPhaseNc()
                : Double.POSITIVE_INFINITY;
        return Math.min(Math.min(limits.getMaxChargePerPhaseNc(), density), Math.min(shannon, micro));
    }
}
