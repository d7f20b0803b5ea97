package io.stimloop.control.spec;

import io.stimloop.control.safety.CurrentOutput;
import io.stimloop.control.safety.LightOutput;
import io.stimloop.control.safety.Outputs;
import io.stimloop.control.safety.Rule;

/**
 * Which field of a spec a rule of the envelope is about.
 *
 * @param stimulus of the spec
 * @param outputs  of the spec
 */
record EnvelopePaths(StimulusPlan stimulus, Outputs outputs) {
    /**
     * The place of the field.
     *
     * @param site as the envelope tells it
     * @param spec stands at the spec
     */
    Faults of(Rule rule, int site, Faults spec) {
        Faults safety = spec.field("safety");
        Faults train = safety.field(outputs.light().isPresent() ? "light" : "current");
        return switch (rule) {
            case RANGE, SLEW -> dimension(site, spec);
            case TARGET_POWER -> dimension(lightDimension(site), spec);
            case AT_ONCE, TOTAL_POWER, SPACING, EXCLUSION, NORM, SHAPE, CLOCK, LEDGER -> space(spec);
            case IRRADIANCE -> safety.field("light").field("fibreDiameterUm");
            case SPOT_CHANGE, WINDOW_ENERGY, TOTAL_WINDOW_ENERGY, EXPERIMENT_ENERGY, TOTAL_EXPERIMENT_ENERGY,
                    DOSE_RESERVE, HEATING, TOTAL_HEATING ->
                safety.field("light");
            case PULSE_LENGTH ->
                train.field(outputs.light().isPresent() ? "pulseMs" : "phaseUs");
            case PULSE_RATE, PULSE_OVERLAP -> train.field("pulseRateHz");
            case TRAIN_LENGTH -> train.field("pulses");
            case OVERLAP, REFRACTORY, RATE, DUTY -> train;
            case CURRENT -> dimension(electrodeDimension(site), spec);
            case PHASE_CHARGE, CHARGE_DENSITY, SHANNON, MICRO_CHARGE ->
                safety.field("current").field("electrodes").element(Math.max(0, site));
            case PULSE_BALANCE, NET_CHARGE -> safety.field("current").field("recovery");
            case CONTRAST -> safety.field("display").field("contrast");
            case FLASH_RATE -> safety.field("display").field("flashes");
        };
    }

    private int lightDimension(int target) {
        return outputs.light().map(LightOutput::dimensions).map(places -> places[target]).orElse(target);
    }

    private int electrodeDimension(int electrode) {
        return outputs.current().map(CurrentOutput::electrodes).map(all -> all.get(electrode).dimension())
                .orElse(electrode);
    }

    private Faults dimension(int place, Faults spec) {
        if (stimulus.targets() || stimulus.vector()) {
            return stimulus.targets() ? space(spec).field("powers") : space(spec);
        }
        boolean range = stimulus.dimensions().get(place).continuous();
        return space(spec).element(place).field(range ? "range" : "values");
    }

    private Faults space(Faults spec) {
        return spec.field("stimulus")
                .field(stimulus.targets() ? "targets" : stimulus.vector() ? "vector" : "dimensions");
    }
}
