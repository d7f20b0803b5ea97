package io.stimloop.rig.client;

import io.stimloop.rig.guard.EnergyRule;
import io.stimloop.rig.guard.OutputLimits;
import io.stimloop.rig.guard.RangeRule;
import io.stimloop.rig.guard.RestRule;
import io.stimloop.rig.guard.Rule;
import io.stimloop.rig.guard.TogetherRule;
import io.stimloop.v1.Amount;
import io.stimloop.v1.ElectricalLimits;
import io.stimloop.v1.Electrode;
import io.stimloop.v1.ExperimentSpec;
import io.stimloop.v1.LightOutput;
import io.stimloop.v1.OpticalLimits;
import io.stimloop.v1.PowerLimits;
import io.stimloop.v1.SafetyLimits;
import io.stimloop.v1.Target;
import io.stimloop.v1.TrainLimits;
import io.stimloop.v1.Welcome;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The limits of an experiment as an adapter reads them from Welcome, by itself. What the limits file does not say allows
 * nothing. Of pulses whose length or number is a dimension, the most that the limits allow is counted.
 */
final class DeviceLimits {
    private static final double NANOS_PER_MILLI = 1e6;
    /** Of a command that lights targets, where the spec does not say: as in LightOutput. */
    private static final double TARGET_PULSE_MS = 10;

    private final ExperimentSpec spec;
    private final SafetyLimits limits;
    private final List<String> names;
    private final double[] least;
    private final double[] most;
    private final List<Rule> rules = new ArrayList<>();

    private DeviceLimits(Welcome welcome) {
        spec = welcome.getExperiment().getSpec();
        limits = welcome.getExperiment().getLimits().getLimits();
        names = names(spec);
        least = new double[names.size()];
        most = new double[names.size()];
        Arrays.fill(least, Double.NEGATIVE_INFINITY);
        Arrays.fill(most, Double.POSITIVE_INFINITY);
    }

    /** Those that hold for a rig that was welcomed so. */
    static OutputLimits of(Welcome welcome) {
        return new DeviceLimits(welcome).read(welcome.getLimitsSha256());
    }

    private OutputLimits read(String sha256) {
        spec.getSafety().getLimitsMap()
                .forEach((name, range) -> within(name, range.getMin(), range.getMax()));
        limits.getDimensionsMap().forEach((name, range) -> within(name,
                range.hasMin() ? range.getMin() : Double.NEGATIVE_INFINITY,
                range.hasMax() ? range.getMax() : Double.POSITIVE_INFINITY));
        if (spec.getStimulus().hasTargets()) {
            targets();
        }
        List<String> lights = lights();
        if (!lights.isEmpty()) {
            light(lights);
        }
        spec.getSafety().getCurrent().getElectrodesList().forEach(this::electrode);
        rules.addFirst(new RangeRule(least, most));
        return new OutputLimits(sha256, names.size(), rules);
    }

    private static List<String> names(ExperimentSpec spec) {
        if (spec.getStimulus().hasTargets()) {
            return spec.getStimulus().getTargets().getTargetsList().stream().map(Target::getName).toList();
        }
        return spec.getStimulus().getDimensionsList().stream().map(dimension -> dimension.getName()).toList();
    }

    private void within(String name, double min, double max) {
        int i = names.indexOf(name);
        if (i >= 0) {
            least[i] = Math.max(least[i], min);
            most[i] = Math.min(most[i], max);
        }
    }

    private void targets() {
        var targets = spec.getStimulus().getTargets();
        for (Target target : targets.getTargetsList()) {
            within(target.getName(), 0,
                    target.hasMostPower() ? target.getMostPower() : Double.POSITIVE_INFINITY);
        }
        rules.add(new TogetherRule(Math.max(1, targets.getMostAtOnce()),
                targets.hasMostTotalPower() ? targets.getMostTotalPower() : Double.POSITIVE_INFINITY));
        long restNanos = Messages.nanos(targets.getRefractory());
        if (restNanos > 0) {
            rules.add(new RestRule(names.size(), restNanos));
        }
    }

    private List<String> lights() {
        LightOutput light = spec.getSafety().getLight();
        return spec.getStimulus().hasTargets() && light.getPowerMwCount() == 0
                ? names
                : light.getPowerMwList();
    }

    private void light(List<String> lights) {
        OpticalLimits optical = limits.getOptical();
        PowerLimits each = optical.getPerTarget();
        PowerLimits all = optical.getInTotal();
        LightOutput output = spec.getSafety().getLight();
        double longestMs = optical.getTrains().getMaxPulseMs();
        double pulseMs = output.hasPulseMs() ? fixed(output.getPulseMs(), longestMs) : TARGET_PULSE_MS;
        double mostPulses = optical.getTrains().getMaxTrainMs() / Math.max(pulseMs, 1e-3);
        double pulses = output.hasPulses() ? fixed(output.getPulses(), mostPulses) : 1;
        trains(optical.getTrains(), pulseMs);
        for (String name : lights) {
            within(name, 0, each.getMaxPowerMw());
            energy(names.indexOf(name), names.indexOf(name) + 1, pulseMs * pulses, each);
        }
        if (lights.size() == names.size()) {
            rules.add(new TogetherRule((long) optical.getMaxTargetsAtOnce(), all.getMaxPowerMw()));
            energy(0, names.size(), pulseMs * pulses, all);
        }
    }

    private void energy(int from, int to, double onMs, PowerLimits power) {
        if (from >= 0) {
            rules.add(new EnergyRule(from, to, onMs / 1e3, (long) (power.getWindowS() * 1e9),
                    power.getMaxWindowEnergyMj(), power.getMaxExperimentEnergyMj()));
        }
    }

    private void trains(TrainLimits trains, double pulseMs) {
        boolean within = pulseMs <= trains.getMaxPulseMs();
        if (!within) {
            rules.add((stimulus, nowNanos) -> Optional.of("pulses of " + pulseMs + " ms; at most "
                    + trains.getMaxPulseMs() + " may be"));
        }
        long restNanos = (long) (trains.getMinRestMs() * NANOS_PER_MILLI);
        if (restNanos > 0) {
            rules.add(new RestRule(names.size(), restNanos));
        }
    }

    /** Charge and charge density bound the current: Q = I t, D = Q / A. */
    private void electrode(Electrode electrode) {
        ElectricalLimits electrical = limits.getElectrical();
        Amount phase = spec.getSafety().getCurrent().getPhaseUs();
        double phaseUs = fixed(phase, electrical.getTrains().getMaxPulseMs() * 1e3 / 2);
        double chargeNc = Math.min(electrical.getMaxChargePerPhaseNc(),
                electrode.getAreaUm2() < electrical.getMicroAreaUm2()
                        ? electrical.getMaxMicroChargePerPhaseNc()
                        : Double.POSITIVE_INFINITY);
        // 1 uC/cm2 on 1 um2 is 1e-5 nC; 1 uA for 1 us is 1e-3 nC.
        double densityNc = electrical.getMaxChargeDensityUcPerCm2() * electrode.getAreaUm2() * 1e-5;
        double mostUa = Math.min(electrical.getMaxCurrentUa(), Math.min(chargeNc, densityNc) * 1e3 / phaseUs);
        within(electrode.getCurrentUa(), -mostUa, mostUa);
        trains(electrical.getTrains(), 2 * phaseUs / 1e3);
    }

    /** Of an amount that each command says anew the most that there can be is counted. */
    private static double fixed(Amount amount, double most) {
        return amount.hasFixed() ? amount.getFixed() : most;
    }
}
