package io.stimloop.rig.client;

import io.stimloop.rig.guard.EnergyRule;
import io.stimloop.rig.guard.HeatRule;
import io.stimloop.rig.guard.TogetherRule;
import io.stimloop.rig.guard.Train;
import io.stimloop.v1.HeatingLimits;
import io.stimloop.v1.LightOutput;
import io.stimloop.v1.OpticalLimits;
import io.stimloop.v1.PowerLimits;
import io.stimloop.v1.Target;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** The limits of light. */
final class LightLimitsReader {
    /** Of a command that lights targets, where the spec does not say: as in LightOutput. */
    private static final double TARGET_PULSE_MS = 10;
    private static final double ROUNDING = 1e-9;
    private static final double UM_PER_MM = 1e3;
    private static final double NANOS_PER_S = 1e9;

    private final OpticalLimits limits;
    private final LightOutput output;
    private final Draught draught;
    private final Train train;

    LightLimitsReader(OpticalLimits limits, LightOutput output, Draught draught) {
        this.limits = limits;
        this.output = output;
        this.draught = draught;
        train = train();
    }

    private Train train() {
        ToDoubleFunction<double[]> pulseMs = output.hasPulseMs()
                ? draught.amount(output.getPulseMs())
                : stimulus -> TARGET_PULSE_MS;
        ToDoubleFunction<double[]> pulses = output.hasPulses()
                ? draught.amount(output.getPulses())
                : stimulus -> 1;
        return new Train(pulseMs, pulses, draught.amount(output.getPulseRateHz()));
    }

    /** @param lights the names of the values that are powers in mW; not empty */
    void read(List<String> lights) {
        int[] places = draught.places(lights);
        TrainLimitsReader.read(limits.getTrains(), places, train, draught);
        for (int place : places) {
            draught.within(draught.names().get(place), 0, limits.getPerTarget().getMaxPowerMw());
            power(new int[]{place}, limits.getPerTarget());
            tip(place);
        }
        draught.add(new TogetherRule(places, limits.getMaxTargetsAtOnce(),
                limits.getInTotal().getMaxPowerMw()));
        power(places, limits.getInTotal());
    }

    private void power(int[] places, PowerLimits power) {
        draught.add(new EnergyRule(places, train, (long) (power.getWindowS() * NANOS_PER_S),
                power.getMaxWindowEnergyMj(), power.getMaxExperimentEnergyMj()));
        HeatingLimits heating = power.getHeating();
        draught.add(new HeatRule(places, train, heating.getMaxRiseCelsius(),
                new HeatRule.Part(
                        known(heating.hasFastCelsiusPerMw(), heating.getFastCelsiusPerMw()),
                        heating.getFastTimeS()),
                new HeatRule.Part(
                        known(heating.hasSlowCelsiusPerMw(), heating.getSlowCelsiusPerMw()),
                        heating.getSlowTimeS())));
    }

    /** Of which nothing is known, that warms without bounds. */
    private static double known(boolean said, double celsiusPerMw) {
        return said ? celsiusPerMw : Double.POSITIVE_INFINITY;
    }

    /** P / (pi r^2) at the tip of a fibre. */
    private void tip(int place) {
        if (output.hasFibreDiameterUm()) {
            double radiusMm = output.getFibreDiameterUm() / 2 / UM_PER_MM;
            double areaMm2 = Math.PI * radiusMm * radiusMm;
            draught.add((stimulus, nowNanos) -> {
                double briefMs = limits.getBriefPulseMs();
                double most = train.pulseMs().applyAsDouble(stimulus) <= briefMs
                        ? limits.getMaxBriefTipIrradianceMwPerMm2()
                        : limits.getMaxTipIrradianceMwPerMm2();
                return Within.most("irradiance at a tip", stimulus[place] / areaMm2, most, "mW/mm2");
            });
        }
    }

    /** Targets that are too near to one another are not on together. */
    void spacing(List<Target> targets, double leastUm) {
        for (int i = 0; i < targets.size(); i++) {
            for (int j = 0; j < i; j++) {
                Target one = targets.get(i);
                Target other = targets.get(j);
                boolean far = Math.hypot(one.getXUm() - other.getXUm(),
                        one.getYUm() - other.getYUm()) >= leastUm * (1 - ROUNDING);
                if (!far) {
                    draught.apart(i, j);
                }
            }
        }
    }
}
