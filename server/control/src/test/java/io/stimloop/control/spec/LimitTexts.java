package io.stimloop.control.spec;

import com.google.protobuf.TextFormat;
import io.stimloop.v1.ExperimentSpec;
import io.stimloop.v1.SafetyLimits;
import java.util.List;

/** Limits and specs of light for tests: ones that are right, and what becomes of them when a piece is replaced. */
final class LimitTexts {
    private static final String HEAD = """
            version: 3 author: "A. Nobody" date: "2026-11-25" reason: "a test"
            """;
    private static final String POWER = """
            max_power_mw: 10 max_window_energy_mj: 30 window_s: 10 max_experiment_energy_mj: 100 heating {
              max_rise_celsius: 0.5 fast_celsius_per_mw: 0.25 slow_celsius_per_mw: 0.25 fast_time_s: 0.2 slow_time_s: 6 }
            """;
    private static final String TRAINS = """
            trains { max_pulse_ms: 20 max_pulse_rate_hz: 50 max_train_ms: 1000 min_rest_ms: 5 min_rest_per_train: 1
              max_duty: 0.1 duty_window_s: 10 max_trains_per_s: 30 }
            """;
    static final String OPTICAL = "optical { per_target { " + POWER + "} in_total { "
            + POWER.replace("max_power_mw: 10", "max_power_mw: 12").replace("0.25", "0.02") + "}"
            + " max_tip_irradiance_mw_per_mm2: 75 max_brief_tip_irradiance_mw_per_mm2: 300 brief_pulse_ms: 100"
            + " max_targets_at_once: 2 min_spacing_um: 15 max_spot_power_in_change_mw: 20 " + TRAINS + "}\n";
    static final String ELECTRICAL = "electrical { max_current_ua: 100 " + TRAINS
            + " max_charge_per_phase_nc: 100 max_charge_density_uc_per_cm2: 250 max_shannon_k: 1.5 micro_area_um2: 10000"
            + " max_micro_charge_per_phase_nc: 4 max_imbalance: 0.01 max_imbalance_nc: 0.1 max_net_charge_nc: 10"
            + " net_charge_window_s: 1 max_electrodes_at_once: 2 }\n";
    static final String RIGHT = HEAD
            + "dimensions { key: \"x\" value { min: -5 max: 5 max_change_per_s: 10 } }\n" + OPTICAL
            + ELECTRICAL
            + "visual { max_contrast: 1 max_flashes_per_s: 3 }\n";

    static final String LIGHT_SPEC = """
            name: "light" seed: 3 neurons { name: "cell" }
            stimulus { targets {
              targets { name: "a" } targets { name: "b" x_um: 40 } targets { name: "c" x_um: 80 }
              powers { values: [2, 5] } most_at_once: 2 candidates: 15
            } }
            model { optogenetic {
              link: EXPONENTIAL bias { mean: 0 sd: 0.5 } weight { mean: 1.5 sd: 0.5 } connected: 0.2 half_power: 4
            } }
            planner { search { } }
            safety { }
            """;
    static final String CURRENT_SPEC = """
            name: "current" seed: 3 neurons { name: "cell" }
            stimulus { dimensions { name: "current" unit: "uA" values { values: [0, 5, 10, 20] } } }
            model { formula {
              counts { rate: "1 + gain * current" noise { poisson { } } }
              parameters { key: "gain" value { values: [0, 1, 2] } }
            } }
            planner { search { } }
            safety { current { electrodes { current_ua: "current" area_um2: 2000 } phase_us { fixed: 200 } } }
            """;

    private LimitTexts() {}

    static SafetyLimits limits(String text) {
        try {
            return TextFormat.parse(text, SafetyLimits.class);
        } catch (TextFormat.ParseException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    static OperatorLimits accepted(String text) {
        return switch (LimitsResolver.resolve(limits(text))) {
            case LimitsResolver.Accepted(OperatorLimits limits) -> limits;
            case LimitsResolver.Refused(var violations) ->
                throw new IllegalArgumentException(violations.toString());
        };
    }

    /** The right limits with one piece replaced. */
    static String with(String newPiece, String insteadOf) {
        return replaced(RIGHT, newPiece, insteadOf);
    }

    static String replaced(String text, String newPiece, String insteadOf) {
        if (!text.contains(insteadOf)) {
            throw new IllegalArgumentException("there is no piece " + insteadOf);
        }
        return text.replace(insteadOf, newPiece);
    }

    /** What is wrong with limits, one line each. */
    static List<String> faults(String limitsText) {
        return switch (LimitsResolver.resolve(limits(limitsText))) {
            case LimitsResolver.Accepted accepted -> List.of();
            case LimitsResolver.Refused(var violations) ->
                violations.stream().map(Violation::toString).toList();
        };
    }

    /** What is wrong with a spec under limits, one line each. */
    static List<String> faults(String specText, String limitsText) {
        ExperimentSpec spec = SpecTexts.parsed(specText);
        return switch (SpecResolver.resolve(spec, accepted(limitsText), SpecTexts.BUDGET_BYTES)) {
            case Resolution.Accepted accepted -> List.of();
            case Resolution.Refused(var violations) ->
                violations.stream().map(Violation::toString).toList();
        };
    }
}
