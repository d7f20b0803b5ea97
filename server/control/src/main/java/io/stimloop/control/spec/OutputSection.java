package io.stimloop.control.spec;

import io.stimloop.control.safety.CurrentOutput;
import io.stimloop.control.safety.DisplayOutput;
import io.stimloop.control.safety.LightOutput;
import io.stimloop.control.safety.Outputs;
import io.stimloop.control.safety.Train;
import io.stimloop.control.safety.Units.Area;
import io.stimloop.v1.Electrode;
import io.stimloop.v1.Safety;
import io.stimloop.v1.Target;
import io.stimloop.v1.TargetStimulus;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** What a stimulus drives outside. */
final class OutputSection {
    private static final double USUAL_PULSE_MS = 10;
    private static final int MOST_ELECTRODES = 64;

    private final List<String> names;
    private final AmountSection amounts;
    private final Optional<TargetStimulus> targets;

    private OutputSection(StimulusPlan stimulus, Optional<TargetStimulus> targets) {
        names = stimulus.dimensions().stream().map(StimulusDimension::name).toList();
        amounts = new AmountSection(names);
        this.targets = targets;
    }

    /**
     * Reads the outputs.
     *
     * @param targets of the stimulus, where it has any: they are light whatever else is said
     */
    static Outputs read(Safety safety, StimulusPlan stimulus, Optional<TargetStimulus> targets, Faults at) {
        OutputSection section = new OutputSection(stimulus, targets);
        return new Outputs(
                safety.hasLight() || targets.isPresent()
                        ? Optional.of(section.light(safety.getLight(), at.field("light")))
                        : Optional.empty(),
                safety.hasCurrent()
                        ? Optional.of(section.current(safety.getCurrent(), at.field("current")))
                        : Optional.empty(),
                safety.hasDisplay()
                        ? Optional.of(section.display(safety.getDisplay(), at.field("display")))
                        : Optional.empty());
    }

    private LightOutput light(io.stimloop.v1.LightOutput sent, Faults at) {
        int[] dimensions = powers(sent.getPowerMwList(), at.field("powerMw"));
        io.stimloop.control.safety.Amount pulseMs = targets.isPresent()
                ? amounts.orElse(sent.hasPulseMs(), sent.getPulseMs(), USUAL_PULSE_MS, at.field("pulseMs"))
                : amounts.required(sent.hasPulseMs(), sent.getPulseMs(), "how long each pulse is",
                        at.field("pulseMs"));
        Train train = new Train(pulseMs,
                amounts.orElse(sent.hasPulses(), sent.getPulses(), 1, at.field("pulses")),
                rate(sent.hasPulses(), sent.hasPulseRateHz(), sent.getPulseRateHz(), at));
        boolean fibre = sent.hasFibreDiameterUm()
                && Bounds.POSITIVE.check(sent.getFibreDiameterUm(), at.field("fibreDiameterUm"));
        return new LightOutput(dimensions, train, fibre ? sent.getFibreDiameterUm() : Double.NaN,
                sent.getSharedBeam(), places(dimensions));
    }

    private io.stimloop.control.safety.Amount rate(boolean train, boolean given, io.stimloop.v1.Amount sent,
            Faults at) {
        Faults place = at.field("pulseRateHz");
        return train
                ? amounts.required(given, sent, "how often the pulses come", place)
                : amounts.orElse(given, sent, 1, place);
    }

    private int[] powers(List<String> sent, Faults at) {
        if (sent.isEmpty() && targets.isPresent()) {
            return IntStream.range(0, names.size()).toArray();
        }
        at.require(!sent.isEmpty(), "is missing: the names of the dimensions that are powers");
        at.require(targets.isEmpty() || sent.size() == names.size(),
                "leaves targets out: all targets are light; leave powerMw out");
        return dimensions(sent, at);
    }

    private int[] dimensions(List<String> sent, Faults at) {
        Set<String> seen = new HashSet<>();
        int[] places = new int[sent.size()];
        for (int i = 0; i < places.length; i++) {
            places[i] = Math.max(0, amounts.dimension(sent.get(i), at.element(i)));
            at.element(i).require(seen.add(sent.get(i)),
                    Wording.quoted(sent.get(i)) + " is given twice");
        }
        return places;
    }

    /** Those of targets; dimensions have none. */
    private double[][] places(int[] dimensions) {
        double[][] places = new double[dimensions.length][2];
        for (int i = 0; targets.isPresent() && i < dimensions.length; i++) {
            Target target = targets.get().getTargets(dimensions[i]);
            places[i] = new double[]{target.getXUm(), target.getYUm()};
        }
        return places;
    }

    private CurrentOutput current(io.stimloop.v1.CurrentOutput sent, Faults at) {
        Faults place = at.field("electrodes");
        int count = sent.getElectrodesCount();
        place.require(count >= 1 && count <= MOST_ELECTRODES,
                "has " + count + " entries: give from 1 to " + MOST_ELECTRODES);
        List<CurrentOutput.Electrode> electrodes = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < Math.min(count, MOST_ELECTRODES); i++) {
            electrodes.add(electrode(sent.getElectrodes(i), seen, place.element(i)));
        }
        return new CurrentOutput(List.copyOf(electrodes),
                amounts.required(sent.hasPhaseUs(), sent.getPhaseUs(), "how long a phase is",
                        at.field("phaseUs")),
                amounts.orElse(sent.hasPulses(), sent.getPulses(), 1, at.field("pulses")),
                rate(sent.hasPulses(), sent.hasPulseRateHz(), sent.getPulseRateHz(), at),
                amounts.orElse(sent.hasRecovery(), sent.getRecovery(), 1, at.field("recovery")));
    }

    private CurrentOutput.Electrode electrode(Electrode sent, Set<String> seen, Faults at) {
        int dimension = amounts.dimension(sent.getCurrentUa(), at.field("currentUa"));
        at.field("currentUa").require(seen.add(sent.getCurrentUa()),
                Wording.quoted(sent.getCurrentUa()) + " drives an earlier electrode too");
        Bounds.POSITIVE.check(sent.getAreaUm2(), at.field("areaUm2"));
        return new CurrentOutput.Electrode(Math.max(0, dimension), new Area(sent.getAreaUm2()));
    }

    private DisplayOutput display(io.stimloop.v1.DisplayOutput sent, Faults at) {
        return new DisplayOutput(
                amounts.required(sent.hasContrast(), sent.getContrast(), "what the contrast is",
                        at.field("contrast")),
                amounts.orElse(sent.hasFlashes(), sent.getFlashes(), 1, at.field("flashes")));
    }
}
