package io.stimloop.control.spec;

import io.stimloop.control.safety.DimensionLimits;
import io.stimloop.control.safety.ElectricalLimits;
import io.stimloop.control.safety.HeatLimits;
import io.stimloop.control.safety.Limits;
import io.stimloop.control.safety.OpticalLimits;
import io.stimloop.control.safety.PowerLimits;
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
import io.stimloop.v1.HeatingLimits;
import io.stimloop.v1.SafetyLimits;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * From limits as they are written to those of the safety envelope.
 *
 * @param missing what light and current may do where nothing is said: 0, or infinite where nothing is driven
 */
record LimitsSection(double missing) {
    private static final double USUAL_FLASH_CONTRAST = 0.1;
    private static final double USUAL_TIME_S = 1;

    /** Of limits that were found to be right. */
    Limits read(SafetyLimits sent) {
        Map<String, DimensionLimits> dimensions = sent.getDimensionsMap().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> dimension(entry.getValue())));
        return new Limits(dimensions, optical(sent.getOptical()), electrical(sent.getElectrical()),
                visual(sent.getVisual()));
    }

    private double most(boolean given, double limit) {
        return given ? limit : missing;
    }

    private static double orUnlimited(boolean given, double limit) {
        return given ? limit : Double.POSITIVE_INFINITY;
    }

    private static Span window(boolean given, double seconds) {
        return Span.ofSeconds(given ? seconds : USUAL_TIME_S);
    }

    private static DimensionLimits dimension(io.stimloop.v1.DimensionLimits sent) {
        return new DimensionLimits(sent.hasMin() ? sent.getMin() : Double.NEGATIVE_INFINITY,
                orUnlimited(sent.hasMax(), sent.getMax()),
                orUnlimited(sent.hasMaxChangePerS(), sent.getMaxChangePerS()));
    }

    private OpticalLimits optical(io.stimloop.v1.OpticalLimits sent) {
        return new OpticalLimits(power(sent.getPerTarget()), power(sent.getInTotal()),
                new Irradiance(
                        most(sent.hasMaxTipIrradianceMwPerMm2(), sent.getMaxTipIrradianceMwPerMm2())),
                new Irradiance(most(sent.hasMaxBriefTipIrradianceMwPerMm2(),
                        sent.getMaxBriefTipIrradianceMwPerMm2())),
                Span.ofMillis(sent.getBriefPulseMs()), trains(sent.getTrains()),
                most(sent.hasMaxTargetsAtOnce(), sent.getMaxTargetsAtOnce()),
                new Length(sent.getMinSpacingUm()),
                new Power(most(sent.hasMaxSpotPowerInChangeMw(), sent.getMaxSpotPowerInChangeMw())));
    }

    private PowerLimits power(io.stimloop.v1.PowerLimits sent) {
        return new PowerLimits(new Power(most(sent.hasMaxPowerMw(), sent.getMaxPowerMw())),
                new Energy(most(sent.hasMaxWindowEnergyMj(), sent.getMaxWindowEnergyMj())),
                window(sent.hasWindowS(), sent.getWindowS()),
                new Energy(most(sent.hasMaxExperimentEnergyMj(), sent.getMaxExperimentEnergyMj())),
                heating(sent.getHeating()));
    }

    private HeatLimits heating(HeatingLimits sent) {
        return new HeatLimits(new Warming(most(sent.hasMaxRiseCelsius(), sent.getMaxRiseCelsius())),
                resistance(sent.hasFastCelsiusPerMw(), sent.getFastCelsiusPerMw()),
                resistance(sent.hasSlowCelsiusPerMw(), sent.getSlowCelsiusPerMw()),
                window(sent.hasFastTimeS(), sent.getFastTimeS()),
                window(sent.hasSlowTimeS(), sent.getSlowTimeS()));
    }

    /** Where nothing is said of heating, any light is as warm as what is missing forbids. */
    private HeatResistance resistance(boolean given, double celsiusPerMw) {
        return new HeatResistance(given ? celsiusPerMw : missing > 0 ? 0 : 1);
    }

    private TrainLimits trains(io.stimloop.v1.TrainLimits sent) {
        return new TrainLimits(Span.ofMillis(most(sent.hasMaxPulseMs(), sent.getMaxPulseMs())),
                new Frequency(most(sent.hasMaxPulseRateHz(), sent.getMaxPulseRateHz())),
                Span.ofMillis(most(sent.hasMaxTrainMs(), sent.getMaxTrainMs())),
                Span.ofMillis(sent.getMinRestMs()), sent.getMinRestPerTrain(),
                most(sent.hasMaxDuty(), sent.getMaxDuty()),
                window(sent.hasDutyWindowS(), sent.getDutyWindowS()),
                most(sent.hasMaxTrainsPerS(), sent.getMaxTrainsPerS()));
    }

    private ElectricalLimits electrical(io.stimloop.v1.ElectricalLimits sent) {
        return new ElectricalLimits(new Current(most(sent.hasMaxCurrentUa(), sent.getMaxCurrentUa())),
                trains(sent.getTrains()),
                charge(sent.hasMaxChargePerPhaseNc(), sent.getMaxChargePerPhaseNc()),
                new ChargeDensity(
                        most(sent.hasMaxChargeDensityUcPerCm2(), sent.getMaxChargeDensityUcPerCm2())),
                shannon(sent), new Area(sent.getMicroAreaUm2()),
                charge(sent.hasMaxMicroChargePerPhaseNc(), sent.getMaxMicroChargePerPhaseNc()),
                most(sent.hasMaxImbalance(), sent.getMaxImbalance()),
                charge(sent.hasMaxImbalanceNc(), sent.getMaxImbalanceNc()),
                charge(sent.hasMaxNetChargeNc(), sent.getMaxNetChargeNc()),
                window(sent.hasNetChargeWindowS(), sent.getNetChargeWindowS()),
                most(sent.hasMaxElectrodesAtOnce(), sent.getMaxElectrodesAtOnce()));
    }

    /** Of a logarithm, nothing is minus infinity. */
    private double shannon(io.stimloop.v1.ElectricalLimits sent) {
        return sent.hasMaxShannonK()
                ? sent.getMaxShannonK()
                : missing > 0 ? missing : Double.NEGATIVE_INFINITY;
    }

    private Charge charge(boolean given, double nc) {
        return new Charge(most(given, nc));
    }

    private static VisualLimits visual(io.stimloop.v1.VisualLimits sent) {
        return new VisualLimits(orUnlimited(sent.hasMaxContrast(), sent.getMaxContrast()),
                orUnlimited(sent.hasMaxFlashesPerS(), sent.getMaxFlashesPerS()),
                sent.hasFlashContrast() ? sent.getFlashContrast() : USUAL_FLASH_CONTRAST);
    }
}
