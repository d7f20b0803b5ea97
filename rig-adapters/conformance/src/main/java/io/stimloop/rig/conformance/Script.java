package io.stimloop.rig.conformance;

import com.google.protobuf.Duration;
import io.stimloop.v1.Amount;
import io.stimloop.v1.Experiment;
import io.stimloop.v1.ExperimentSpec;
import io.stimloop.v1.HeatingLimits;
import io.stimloop.v1.LightOutput;
import io.stimloop.v1.LimitsInForce;
import io.stimloop.v1.Neuron;
import io.stimloop.v1.OpticalLimits;
import io.stimloop.v1.PowerLimits;
import io.stimloop.v1.Safety;
import io.stimloop.v1.SafetyLimits;
import io.stimloop.v1.StimulusSpace;
import io.stimloop.v1.Target;
import io.stimloop.v1.TargetStimulus;
import io.stimloop.v1.TrainLimits;

/** The experiment of the kit: two targets of light of at most 5 mW each, of which one may be on. */
final class Script {
    static final String LIMITS_SHA256 = "5afe".repeat(16);
    static final long LEASE_MILLIS = 50;
    static final double MOST_MW = 5;
    private static final double PLENTY = 1e9;
    private static final double LONGEST_PULSE_MS = 1_000;

    private Script() {}

    static Duration millis(long millis) {
        return Duration.newBuilder().setSeconds(millis / 1_000).setNanos((int) (millis % 1_000 * 1_000_000))
                .build();
    }

    /** As Welcome tells of it, with pulses of this length. */
    static Experiment experiment(String id, double pulseMs) {
        TargetStimulus.Builder targets = TargetStimulus.newBuilder().setMostAtOnce(1);
        for (int k = 0; k < 2; k++) {
            targets.addTargets(Target.newBuilder().setName("t" + k).setXUm(100 * k).setMostPower(MOST_MW));
        }
        LightOutput.Builder light = LightOutput.newBuilder()
                .setPulseMs(Amount.newBuilder().setFixed(pulseMs));
        return Experiment.newBuilder().setExperimentId(id)
                .setSpec(ExperimentSpec.newBuilder().setName("adapter-check")
                        .addNeurons(Neuron.newBuilder().setName("n0"))
                        .setStimulus(StimulusSpace.newBuilder().setTargets(targets))
                        .setSafety(Safety.newBuilder().setLight(light)))
                .setLimits(LimitsInForce.newBuilder().setVersion(1).setLimits(limits())).build();
    }

    private static SafetyLimits limits() {
        PowerLimits power = PowerLimits.newBuilder().setMaxPowerMw(MOST_MW).setMaxWindowEnergyMj(PLENTY)
                .setWindowS(1).setMaxExperimentEnergyMj(PLENTY)
                .setHeating(HeatingLimits.newBuilder().setMaxRiseCelsius(PLENTY).setFastCelsiusPerMw(1)
                        .setSlowCelsiusPerMw(1).setFastTimeS(1).setSlowTimeS(1))
                .build();
        return SafetyLimits.newBuilder().setVersion(1).setAuthor("adapter-check")
                .setOptical(OpticalLimits.newBuilder().setPerTarget(power).setInTotal(power)
                        .setMaxTargetsAtOnce(1)
                        .setTrains(TrainLimits.newBuilder().setMaxPulseMs(LONGEST_PULSE_MS)
                                .setMaxPulseRateHz(PLENTY).setMaxTrainMs(PLENTY).setMaxTrainsPerS(PLENTY)
                                .setMaxDuty(1).setDutyWindowS(1)))
                .build();
    }
}
