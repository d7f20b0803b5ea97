package io.stimloop.control.safety;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Outputs and limits for tests: what a test does not set is far away. Powers are dimensions 0 to 2. */
final class Wide {
    static final long MS = 1_000_000L;
    static final long SECOND = 1000 * MS;
    private static final double FAR = 1e6;

    double targetMw = FAR;
    double totalMw = FAR;
    double windowMj = FAR;
    double totalWindowMj = FAR;
    double experimentMj = FAR;
    double totalExperimentMj = FAR;
    double riseCelsius = FAR;
    double totalRiseCelsius = FAR;
    double fastCelsiusPerMw = 0.25;
    double slowCelsiusPerMw = 0.25;
    double tip = FAR;
    double briefTip = FAR;
    double spacingUm;
    double spotMw = FAR;
    double atOnce = FAR;
    double pulseMs = FAR;
    double rateHz = FAR;
    double trainMs = FAR;
    double restMs;
    double restPerTrain;
    double duty = FAR;
    double trainsPerSecond = FAR;
    double currentUa = FAR;
    double phaseNc = FAR;
    double density = FAR;
    double shannonK = FAR;
    double microAreaUm2;
    double microNc = FAR;
    double imbalance = FAR;
    double imbalanceNc = FAR;
    double netNc = FAR;
    double contrast = FAR;
    double flashes = FAR;
    double flashContrast = 0.1;

    Amount pulse = Amount.of(10);
    Amount pulses = Amount.of(1);
    Amount rate = Amount.of(1);
    Amount phaseUs = Amount.of(200);
    Amount recovery = Amount.of(1);
    Amount flashesOfACommand = Amount.of(1);
    double areaUm2 = 2000;
    double fibreUm = Double.NaN;
    boolean shared;

    private TrainLimits trains() {
        return new TrainLimits(Span.ofMillis(pulseMs), new Frequency(rateHz), Span.ofMillis(trainMs),
                Span.ofMillis(restMs), restPerTrain, duty, Span.ofSeconds(10), trainsPerSecond);
    }

    private PowerLimits power(double mw, double window, double experiment, double rise) {
        return new PowerLimits(new Power(mw), new Energy(window), Span.ofSeconds(10), new Energy(experiment),
                new HeatLimits(new Warming(rise), new HeatResistance(fastCelsiusPerMw),
                        new HeatResistance(slowCelsiusPerMw), Span.ofSeconds(0.2), Span.ofSeconds(6)));
    }

    OpticalLimits optical() {
        return new OpticalLimits(power(targetMw, windowMj, experimentMj, riseCelsius),
                power(totalMw, totalWindowMj, totalExperimentMj, totalRiseCelsius), new Irradiance(tip),
                new Irradiance(briefTip), Span.ofMillis(100), trains(), atOnce, new Length(spacingUm),
                new Power(spotMw));
    }

    ElectricalLimits electrical() {
        return new ElectricalLimits(new Current(currentUa), trains(), new Charge(phaseNc),
                new ChargeDensity(density), shannonK, new Area(microAreaUm2), new Charge(microNc), imbalance,
                new Charge(imbalanceNc), new Charge(netNc), Span.ofSeconds(1), atOnce);
    }

    /** Three targets at (0, 0), (30, 40) and (0, 100) um. */
    LightOutput light() {
        return new LightOutput(new int[]{0, 1, 2}, new Train(pulse, pulses, rate), fibreUm, shared,
                new double[][]{{0, 0}, {30, 40}, {0, 100}});
    }

    /** Two electrodes, driven by dimensions 0 and 1. */
    CurrentOutput current() {
        return new CurrentOutput(
                List.of(new CurrentOutput.Electrode(0, new Area(areaUm2)),
                        new CurrentOutput.Electrode(1, new Area(areaUm2))),
                phaseUs, pulses, rate, recovery);
    }

    SafetyEnvelope ofLight() {
        return ofLight(DoseReserve.inMemory(4));
    }

    SafetyEnvelope ofLight(DoseReserve reserve) {
        return envelope(4, new Outputs(Optional.of(light()), Optional.empty(), Optional.empty()), reserve);
    }

    SafetyEnvelope ofCurrent() {
        return envelope(3, new Outputs(Optional.empty(), Optional.of(current()), Optional.empty()),
                DoseReserve.inMemory(0));
    }

    /** The contrast is dimension 0. */
    SafetyEnvelope ofDisplay() {
        return envelope(2, new Outputs(Optional.empty(), Optional.empty(),
                Optional.of(new DisplayOutput(Amount.at(0), flashesOfACommand))), DoseReserve.inMemory(0));
    }

    private SafetyEnvelope envelope(int dimensions, Outputs outputs, DoseReserve reserve) {
        return parts(dimensions, outputs).envelope(reserve);
    }

    EnvelopeParts parts(int dimensions, Outputs outputs) {
        double[] min = new double[dimensions];
        double[] max = new double[dimensions];
        double[] periods = new double[dimensions];
        DimensionLimits[] limits = new DimensionLimits[dimensions];
        Arrays.fill(min, -1e9);
        Arrays.fill(max, 1e9);
        Arrays.fill(periods, Double.NaN);
        Arrays.fill(limits, DimensionLimits.UNLIMITED);
        return new EnvelopeParts(min, max, Double.POSITIVE_INFINITY, LightLimits.NONE, limits, periods,
                outputs, new Limits(Map.of(), optical(), electrical(),
                        new VisualLimits(contrast, flashes, flashContrast)),
                EnvelopeParts.USUAL_COMMANDS, new long[0]);
    }

    /** The only rule that a command breaks; null when it breaks none. */
    static @Nullable Rule only(SafetyEnvelope envelope, long nanos, double... stimulus) {
        long reasons = envelope.reasons(stimulus, nanos, Judge.QUIET);
        if (reasons == 0) {
            return null;
        }
        Rule first = Rule.first(reasons);
        assertThat(reasons)
                .as(() -> String.join("; ", envelope.explain(stimulus, nanos))).isEqualTo(first.bit());
        return first;
    }

    /** Gives a command that must be admitted. */
    static void give(SafetyEnvelope envelope, long nanos, double... stimulus) {
        assertThat(envelope.explain(stimulus, nanos)).isEmpty();
        envelope.commit(stimulus, nanos);
    }
}
