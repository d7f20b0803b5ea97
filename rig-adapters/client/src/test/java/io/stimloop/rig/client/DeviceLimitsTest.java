package io.stimloop.rig.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.TextFormat;
import io.stimloop.rig.guard.OutputLimits;
import io.stimloop.v1.Experiment;
import io.stimloop.v1.ExperimentSpec;
import io.stimloop.v1.LimitsInForce;
import io.stimloop.v1.SafetyLimits;
import io.stimloop.v1.Welcome;
import org.junit.jupiter.api.Test;

/** What an adapter makes of the limits that it is told: each rule alone is in RulesTest. */
class DeviceLimitsTest {
    private static final long SECOND = 1_000_000_000;
    private static final String LIGHT = """
            optical {
              per_target { max_power_mw: 10 max_window_energy_mj: 1 window_s: 10 max_experiment_energy_mj: 1000
                heating { max_rise_celsius: 0.5 fast_celsius_per_mw: 0.25 slow_celsius_per_mw: 0.25
                  fast_time_s: 0.2 slow_time_s: 6 } }
              in_total { max_power_mw: 15 max_window_energy_mj: 100 window_s: 10 max_experiment_energy_mj: 1000
                heating { max_rise_celsius: 0.5 fast_celsius_per_mw: 0.01 slow_celsius_per_mw: 0.01
                  fast_time_s: 0.2 slow_time_s: 6 } }
              max_tip_irradiance_mw_per_mm2: 75 max_brief_tip_irradiance_mw_per_mm2: 300 brief_pulse_ms: 100
              trains { max_pulse_ms: 20 max_pulse_rate_hz: 50 max_train_ms: 1000 min_rest_per_train: 1
                max_duty: 0.1 duty_window_s: 10 max_trains_per_s: 30 }
              max_targets_at_once: 2 min_spacing_um: 15
            }
            """;
    private static final String CURRENT = """
            electrical {
              max_current_ua: 100
              trains { max_pulse_ms: 1 max_pulse_rate_hz: 300 max_train_ms: 1000 max_duty: 0.5 duty_window_s: 10
                max_trains_per_s: 5 }
              max_charge_per_phase_nc: 1000 max_charge_density_uc_per_cm2: 1000 max_shannon_k: 1.5
              micro_area_um2: 2000 max_micro_charge_per_phase_nc: 4
              max_imbalance: 0.01 max_imbalance_nc: 0.1 max_net_charge_nc: 1 net_charge_window_s: 10
              max_electrodes_at_once: 1
            }
            """;
    private static final String TARGETS = """
            stimulus { targets { most_at_once: 3
              targets { name: "a" x_um: 0 } targets { name: "b" x_um: 10 } targets { name: "c" x_um: 100 }
              targets { name: "d" x_um: 200 } forbidden_pairs { first: "c" second: "d" } } }
            """;

    private static OutputLimits limits(String spec, String limits) throws TextFormat.ParseException {
        return DeviceLimits.of(Welcome.newBuilder().setLimitsSha256("5afe")
                .setExperiment(Experiment.newBuilder().setSpec(TextFormat.parse(spec, ExperimentSpec.class))
                        .setLimits(LimitsInForce.newBuilder()
                                .setLimits(TextFormat.parse(limits, SafetyLimits.class))))
                .build());
    }

    @Test
    void targetsAreHeldToTheFileAndToTheSpec() throws TextFormat.ParseException {
        OutputLimits limits = limits(TARGETS, LIGHT);
        assertThat(limits.refusal(new double[]{10, 0, 0, 0}, 0)).isEmpty();
        assertThat(limits.refusal(new double[]{10.1, 0, 0, 0}, 0).orElseThrow()).contains("from 0.0 to 10.0");
        assertThat(limits.refusal(new double[]{7, 0, 7, 0}, 0)).isEmpty();
        assertThat(limits.refusal(new double[]{8, 0, 8, 0}, 0).orElseThrow()).contains("may be 15.0");
        assertThat(limits.refusal(new double[]{1, 1, 0, 0}, 0).orElseThrow()).contains("0 and 1");
        assertThat(limits.refusal(new double[]{0, 0, 1, 1}, 0).orElseThrow()).contains("2 and 3");
        assertThat(limits.refusal(new double[]{0, 1, 1, 0}, 0)).isEmpty();
        limits.note(new double[]{10, 0, 0, 0}, 0);
        // On for 10 ms, it rests as long.
        assertThat(limits.refusal(new double[]{1, 0, 0, 0}, SECOND / 50 - 1).orElseThrow()).contains("rest");
        assertThat(limits.refusal(new double[]{1, 0, 0, 0}, SECOND / 50)).isEmpty();
    }

    @Test
    void anUnsaidHeatingAllowsNoLight() throws TextFormat.ParseException {
        String unsaid = LIGHT.replaceAll("(?s)heating \\{.*?\\}", "");
        assertThat(limits(TARGETS, unsaid).refusal(new double[]{0.1, 0, 0, 0}, 0).orElseThrow())
                .contains("warmer");
        assertThat(limits(TARGETS, "").refusal(new double[]{0.1, 0, 0, 0}, 0)).isPresent();
        assertThat(limits(TARGETS, "").refusal(new double[4], 0)).isEmpty();
    }

    @Test
    void whatASpecTightensHoldsToo() throws TextFormat.ParseException {
        String spec = TARGETS + "safety { tighter { optical { per_target { max_power_mw: 2 } } } }";
        assertThat(limits(spec, LIGHT).refusal(new double[]{3, 0, 0, 0}, 0)).isPresent();
        assertThat(limits(spec, LIGHT).refusal(new double[]{2, 0, 0, 0}, 0)).isEmpty();
        String looser = TARGETS + "safety { tighter { optical { per_target { max_power_mw: 99 } } } }";
        assertThat(limits(looser, LIGHT).refusal(new double[]{11, 0, 0, 0}, 0)).isPresent();
    }

    @Test
    void aFibreIsHeldToItsIrradianceByTheLengthOfThePulse() throws TextFormat.ParseException {
        String spec = """
                stimulus { dimensions { name: "mw" } dimensions { name: "ms" } }
                safety { light { power_mw: "mw" pulse_ms { dimension: "ms" } fibre_diameter_um: 200 } }
                """;
        String cool = LIGHT.replace("max_pulse_ms: 20", "max_pulse_ms: 200").replace("max_rise_celsius: 0.5",
                "max_rise_celsius: 50");
        // The tip has 0.0314 mm2: 75 mW/mm2 are 2.36 mW, and 300 are 9.4.
        assertThat(limits(spec, cool).refusal(new double[]{9.4, 50}, 0)).isEmpty();
        assertThat(limits(spec, cool).refusal(new double[]{9.5, 50}, 0).orElseThrow()).contains("irradiance");
        assertThat(limits(spec, cool).refusal(new double[]{2.4, 150}, 0).orElseThrow())
                .contains("irradiance");
        assertThat(limits(spec, cool).refusal(new double[]{2.3, 150}, 0)).isEmpty();
    }

    @Test
    void currentIsHeldToItsChargeByEveryBound() throws TextFormat.ParseException {
        String spec = """
                stimulus { dimensions { name: "ua" } dimensions { name: "ub" } }
                safety { current { phase_us { fixed: 200 }
                  electrodes { current_ua: "ua" area_um2: 1000 } electrodes { current_ua: "ub" area_um2: 4000 } } }
                """;
        OutputLimits limits = limits(spec, CURRENT);
        // A microelectrode: 4 nC in 200 us are 20 uA.
        assertThat(limits.refusal(new double[]{-20, 0}, 0)).isEmpty();
        assertThat(limits.refusal(new double[]{20.1, 0}, 0).orElseThrow()).contains("charge of a phase");
        // 4e-5 cm2: the density allows 40 nC, Shannon's line sqrt(10^1.5 4e-5) uC = 35.6 nC, which 178 uA are; 100 uA may be.
        assertThat(limits.refusal(new double[]{0, 100}, 0)).isEmpty();
        assertThat(limits.refusal(new double[]{0, 101}, 0)).isPresent();
        OutputLimits strict = limits(spec, CURRENT.replace("max_shannon_k: 1.5", "max_shannon_k: 0.5"));
        // sqrt(10^0.5 4e-5) uC = 11.2 nC, which 56.2 uA are.
        assertThat(strict.refusal(new double[]{0, 56}, 0)).isEmpty();
        assertThat(strict.refusal(new double[]{0, 57}, 0)).isPresent();
        assertThat(limits.refusal(new double[]{1, 1}, 0).orElseThrow()).contains("2 values");
    }

    @Test
    void aTargetRestsAsLongAsIsSaidOfIt() throws TextFormat.ParseException {
        String spec = """
                stimulus { targets { most_at_once: 2 refractory { nanos: 500000000 }
                  targets { name: "a" x_um: 0 refractory { nanos: 100000000 } } targets { name: "b" x_um: 100 } } }
                """;
        OutputLimits limits = limits(spec, LIGHT);
        limits.note(new double[]{0.1, 0.1}, 0);
        assertThat(limits.refusal(new double[]{0.1, 0}, SECOND / 10 - 1).orElseThrow()).contains("rest");
        assertThat(limits.refusal(new double[]{0.1, 0}, SECOND / 10)).isEmpty();
        assertThat(limits.refusal(new double[]{0, 0.1}, SECOND / 2 - 1).orElseThrow()).contains("rest");
        assertThat(limits.refusal(new double[]{0, 0.1}, SECOND / 2)).isEmpty();
    }

    @Test
    void aDistanceThatRoundingMadeShorterIsAllowed() throws TextFormat.ParseException {
        String spec = """
                stimulus { targets { most_at_once: 2 min_distance_um: 30
                  targets { name: "a" x_um: 40.1 } targets { name: "b" x_um: 70.1 } } }
                """;
        assertThat(limits(spec, LIGHT).refusal(new double[]{1, 1}, 0)).isEmpty();
    }

    @Test
    void powersThatAreNotBesideOneAnotherAreCountedTogether() throws TextFormat.ParseException {
        String spec = """
                stimulus { dimensions { name: "a" } dimensions { name: "angle" } dimensions { name: "b" } }
                safety { light { power_mw: "a" power_mw: "b" pulse_ms { fixed: 10 } } }
                """;
        OutputLimits limits = limits(spec,
                LIGHT.replace("max_window_energy_mj: 100", "max_window_energy_mj: 0.1"));
        assertThat(limits.refusal(new double[]{5, 90, 5}, 0)).isEmpty();
        assertThat(limits.refusal(new double[]{6, 90, 5}, 0).orElseThrow()).contains("mJ");
    }
}
