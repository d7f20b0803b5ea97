package io.stimloop.checks.envelope;

import io.stimloop.checks.envelope.Setup.Dimension;
import io.stimloop.control.safety.Amount;
import io.stimloop.control.safety.CurrentOutput;
import io.stimloop.control.safety.DimensionLimits;
import io.stimloop.control.safety.DisplayOutput;
import io.stimloop.control.safety.ElectricalLimits;
import io.stimloop.control.safety.EnvelopeParts;
import io.stimloop.control.safety.HeatLimits;
import io.stimloop.control.safety.LightLimits;
import io.stimloop.control.safety.LightOutput;
import io.stimloop.control.safety.Limits;
import io.stimloop.control.safety.OpticalLimits;
import io.stimloop.control.safety.Outputs;
import io.stimloop.control.safety.PowerLimits;
import io.stimloop.control.safety.Train;
import io.stimloop.control.safety.TrainLimits;
import io.stimloop.control.safety.Units.Area;
import io.stimloop.control.safety.Units.Charge;
import io.stimloop.control.safety.Units.ChargeDensity;
import io.stimloop.control.safety.Units.Current;
import io.stimloop.control.safety.Units.Energy;
import io.stimloop.control.safety.Units.Frequency;
import io.stimloop.control.safety.Units.HeatResistance;
import io.stimloop.control.safety.Units.Irradiance;
import io.stimloop.control.safety.Units.Length;
import io.stimloop.control.safety.Units.Power;
import io.stimloop.control.safety.Units.Span;
import io.stimloop.control.safety.Units.Warming;
import io.stimloop.control.safety.VisualLimits;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A session in the terms of the envelope.
 *
 * @param from as plain numbers
 */
record Translation(Setup from) {
    private static final double USUAL_PULSE_MS = 10;

    EnvelopeParts parts() {
        int dimensions = from.dimensions();
        double[] min = filled(dimensions, from.least);
        double[] max = filled(dimensions, from.greatest);
        double[] periods = filled(dimensions, Double.NaN);
        DimensionLimits[] named = new DimensionLimits[dimensions];
        Arrays.fill(named, DimensionLimits.UNLIMITED);
        if (from.named) {
            periods[Dimension.ANGLE.place()] = Setup.PERIOD;
            named[Dimension.X.place()] = new DimensionLimits(from.xMin, from.xMax, from.xPerS);
            named[Dimension.ANGLE.place()] = new DimensionLimits(Double.NEGATIVE_INFINITY,
                    Double.POSITIVE_INFINITY, from.anglePerS);
        }
        Outputs outputs = new Outputs(from.light ? Optional.of(light()) : Optional.empty(),
                from.current ? Optional.of(current()) : Optional.empty(),
                from.display ? Optional.of(display()) : Optional.empty());
        return new EnvelopeParts(min, max, from.norm, pattern(), named, periods, outputs,
                new Limits(Map.of(), optical(), electrical(),
                        new VisualLimits(from.contrast, from.flashes, from.flashContrast)),
                from.commands, new long[0]);
    }

    private static double[] filled(int length, double value) {
        double[] values = new double[length];
        Arrays.fill(values, value);
        return values;
    }

    private LightLimits pattern() {
        long[][] conflicts = new long[Setup.TARGETS][1];
        if (from.conflict) {
            conflicts[0][0] = 0b1000;
            conflicts[3][0] = 0b0001;
        }
        return from.pattern
                ? new LightLimits(from.patternOn, from.patternTotal,
                        filled(Setup.TARGETS, from.patternMost), conflicts)
                : LightLimits.NONE;
    }

    private static Amount at(Dimension dimension) {
        return Amount.at(dimension.place());
    }

    private LightOutput light() {
        Train train = from.pattern
                ? Train.single(Amount.of(USUAL_PULSE_MS))
                : new Train(at(Dimension.PULSE_MS), at(Dimension.PULSES), at(Dimension.RATE_HZ));
        double[][] places = IntStream.range(0, Setup.TARGETS)
                .mapToObj(target -> new double[]{from.xUm[target], from.yUm[target]})
                .toArray(double[][]::new);
        return new LightOutput(IntStream.range(0, Setup.TARGETS).toArray(), train, from.fibreUm, from.shared,
                places);
    }

    private CurrentOutput current() {
        Area area = new Area(from.areaUm2);
        return new CurrentOutput(
                List.of(new CurrentOutput.Electrode(Dimension.CURRENT_A.place(), area),
                        new CurrentOutput.Electrode(Dimension.CURRENT_B.place(), area)),
                at(Dimension.PHASE_US), at(Dimension.CYCLES), at(Dimension.CYCLE_HZ), at(Dimension.RECOVERY));
    }

    private static DisplayOutput display() {
        return new DisplayOutput(at(Dimension.CONTRAST), at(Dimension.FLASHES));
    }

    private TrainLimits trains() {
        return new TrainLimits(Span.ofMillis(from.pulseMs), new Frequency(from.rateHz),
                Span.ofMillis(from.trainMs), Span.ofMillis(from.restMs), from.restPerTrain, from.duty,
                Span.ofSeconds(from.dutyWindowS), from.trainsPerS);
    }

    private PowerLimits power(double mw, double windowMj, double experimentMj, double rise) {
        return new PowerLimits(new Power(mw), new Energy(windowMj), Span.ofSeconds(from.windowS),
                new Energy(experimentMj),
                new HeatLimits(new Warming(rise), new HeatResistance(from.fastPerMw),
                        new HeatResistance(from.slowPerMw), Span.ofSeconds(from.fastS),
                        Span.ofSeconds(from.slowS)));
    }

    private OpticalLimits optical() {
        return new OpticalLimits(power(from.targetMw, from.windowMj, from.experimentMj, from.rise),
                power(from.totalMw, from.totalWindowMj, from.totalExperimentMj, from.totalRise),
                new Irradiance(from.tip), new Irradiance(from.briefTip), Span.ofMillis(from.briefMs),
                trains(),
                from.atOnce, new Length(from.spacingUm), new Power(from.spotMw));
    }

    private ElectricalLimits electrical() {
        return new ElectricalLimits(new Current(from.currentUa), trains(), new Charge(from.phaseNc),
                new ChargeDensity(from.density), from.shannonK, new Area(from.microUm2),
                new Charge(from.microNc), from.imbalance, new Charge(from.imbalanceNc),
                new Charge(from.netNc), Span.ofSeconds(from.netWindowS), from.atOnce);
    }
}
