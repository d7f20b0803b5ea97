package io.stimloop.control.spec;

import static org.assertj.core.api.Assertions.assertThat;

import io.stimloop.control.safety.DoseReserve;
import io.stimloop.control.safety.SafetyEnvelope;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Specs that ask for more than limits allow are refused at the door, with the field, the value and whose limit it is. */
class EnvelopeCheckTest {
    private static final String FILE = " by the limits file, version 3 by A. Nobody";

    @Test
    void aSpecWithinTheLimitsIsAccepted() {
        assertThat(LimitTexts.faults(LimitTexts.LIGHT_SPEC, LimitTexts.RIGHT)).isEmpty();
        assertThat(LimitTexts.faults(LimitTexts.CURRENT_SPEC, LimitTexts.RIGHT)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "values: [2, 5] | values: [2, 12.5] | stimulus.targets.powers: the power: 12.5 mW, at most 10 mW (TARGET_POWER)",
            "values: [2, 5] | values: [2, 7] | stimulus.targets: the power of all together: 14 mW, at most 12 mW (TOTAL_POWER)",
            "x_um: 40 | x_um: 70 | stimulus.targets: the distance to another that is on: 10 um, at least 15 um (SPACING)",
            "safety { } | safety { light { pulse_ms { fixed: 21 } } } | safety.light.pulseMs: the pulse: 21 ms, at most 20 ms (PULSE_LENGTH)",
            "safety { } | safety { light { pulses { fixed: 3 } pulse_rate_hz { fixed: 60 } } } | safety.light.pulseRateHz: the rate of the pulses: 60 Hz, at most 50 Hz (PULSE_RATE)",
            "safety { } | safety { light { pulses { fixed: 30 } pulse_rate_hz { fixed: 20 } } } | safety.light.pulses: the train: 1460 ms, at most 1000 ms (TRAIN_LENGTH)",
            "safety { } | safety { light { fibre_diameter_um: 100 } } | safety.light.fibreDiameterUm: the irradiance at the tip: 636.61975 mW/mm2, at most 300 mW/mm2 (IRRADIANCE)",
            "most_at_once: 2 | most_at_once: 3 | stimulus.targets: those on at once: 3, at most 2 (AT_ONCE)"})
    void whatLightMayNotDoIsToldAtItsField(String insteadOf, String newPiece, String fault) {
        String spec = LimitTexts.replaced(LimitTexts.LIGHT_SPEC, newPiece, insteadOf);
        assertThat(LimitTexts.faults(spec, LimitTexts.RIGHT)).anySatisfy(told -> assertThat(told)
                .startsWith(fault + FILE));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "[0, 5, 10, 20] | [0, 110] | stimulus.dimensions[0].values: the current: 110 uA, at most 100 uA (CURRENT)",
            "[0, 5, 10, 20] | [0, 100] | safety.current.electrodes[0]: the charge per phase of a microelectrode: 20 nC, at most 4 nC (MICRO_CHARGE)",
            "phase_us { fixed: 200 } | phase_us { fixed: 200 } recovery { fixed: 0 } | safety.current.recovery: the charge left by a pulse: 1 nC, at most 0.1 nC (PULSE_BALANCE)",
            "fixed: 200 | fixed: 11000 | safety.current.phaseUs: the pulse: 22 ms, at most 20 ms (PULSE_LENGTH)"})
    void whatCurrentMayNotDoIsToldAtItsField(String insteadOf, String newPiece, String fault) {
        String spec = LimitTexts.replaced(LimitTexts.CURRENT_SPEC, newPiece, insteadOf);
        assertThat(LimitTexts.faults(spec, LimitTexts.RIGHT)).anySatisfy(told -> assertThat(told)
                .startsWith(fault + FILE));
    }

    @Test
    void lightIsRefusedWhereTheLimitsSayNothingOfIt() {
        String dark = LimitTexts.with("", LimitTexts.OPTICAL);
        assertThat(LimitTexts.faults(LimitTexts.LIGHT_SPEC, dark)).isNotEmpty().allSatisfy(told -> assertThat(
                told).endsWith("; a missing limit allows nothing"));
        assertThat(LimitTexts.faults(LimitTexts.CURRENT_SPEC, dark)).isEmpty();
    }

    @Test
    void theCountOfStimuliBeyondALimitIsTold() {
        String spec = LimitTexts.replaced(LimitTexts.CURRENT_SPEC, "[0, 101, 102, 103]", "[0, 5, 10, 20]");
        assertThat(LimitTexts.faults(spec, LimitTexts.RIGHT)).anySatisfy(told -> assertThat(told).isEqualTo(
                "stimulus.dimensions[0].values: the current: 101 uA, at most 100 uA (CURRENT)" + FILE
                        + ", and for 2 more stimuli"));
    }

    @Test
    void theFallbackIsHeldToTheLimitsToo() {
        String spec = LimitTexts.replaced(LimitTexts.CURRENT_SPEC.replace("safety {",
                "safety { limits { key: \"current\" value { min: 0 max: 90 } }"),
                "planner { search { } fallback: STIMULUS fallback_stimulus: 90 }", "planner { search { } }");
        assertThat(LimitTexts.faults(spec, LimitTexts.RIGHT)).singleElement().asString()
                .startsWith(
                        "planner.fallbackStimulus: the safety limits refuse it: the charge density: 900 uC/cm2");
    }

    @Test
    void aSpecTightensLimitsAndIsHeldToItsOwn() {
        String tighter = LimitTexts.replaced(LimitTexts.LIGHT_SPEC,
                "safety { tighter { optical { per_target { max_power_mw: 4 } } } }", "safety { }");
        assertThat(LimitTexts.faults(tighter, LimitTexts.RIGHT)).singleElement().asString().startsWith(
                "stimulus.targets.powers: the power: 5 mW, at most 4 mW (TARGET_POWER) by safety.tighter");
        String dimension = LimitTexts.replaced(LimitTexts.CURRENT_SPEC,
                "safety { tighter { dimensions { key: \"current\" value { max: 15 } } }", "safety {");
        assertThat(LimitTexts.faults(dimension, LimitTexts.RIGHT)).singleElement().asString().startsWith(
                "stimulus.dimensions[0].values: the value: 20, at most 15 (RANGE) by safety.tighter");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "optical { per_target { max_power_mw: 11 } } | optical.perTarget.maxPowerMw: 11 is looser: at most 10",
            "optical { min_spacing_um: 14 } | optical.minSpacingUm: 14 is looser: at least 15",
            "optical { per_target { window_s: 5 } } | optical.perTarget.windowS: 5 cannot be chosen here: it is 10",
            "dimensions { key: \"x\" value { max: 6 } } | dimensions.x.max: 6 is looser: at most 5",
            "dimensions { key: \"x\" value { min: -6 } } | dimensions.x.min: -6 is looser: at least -5"})
    void aSpecNeverLoosensLimits(String tighter, String fault) {
        String spec = LimitTexts.replaced(LimitTexts.LIGHT_SPEC, "safety { tighter { " + tighter + " } }",
                "safety { }");
        assertThat(LimitTexts.faults(spec, LimitTexts.RIGHT)).containsExactly(
                "safety.tighter." + fault + ", as in the limits file, version 3 by A. Nobody");
    }

    @Test
    void theHeadOfTheLimitsIsNotTheSpecsToSay() {
        String spec = LimitTexts.replaced(LimitTexts.LIGHT_SPEC, "safety { tighter { version: 4 } }",
                "safety { }");
        assertThat(LimitTexts.faults(spec, LimitTexts.RIGHT)).singleElement().asString()
                .startsWith("safety.tighter: has a version");
    }

    /** A spec of targets that says nothing of pulses is one of single pulses of 10 ms. */
    @Test
    void targetsAreLightWithoutSayingSo() {
        Resolution read = SpecResolver.resolve(SpecTexts.parsed(LimitTexts.LIGHT_SPEC),
                LimitTexts.accepted(LimitTexts.RIGHT), SpecTexts.BUDGET_BYTES);
        ResolvedSpec spec = ((Resolution.Accepted) read).spec();
        assertThat(spec.safety().outputs().hazardous()).isTrue();
        assertThat(spec.safety().inForce().getVersion()).isEqualTo(3);
        SafetyEnvelope door = spec.envelope().envelope(DoseReserve.inMemory(4));
        door.commit(new double[]{5, 0, 0}, 0);
        assertThat(door.explain(new double[]{0, 5, 0}, 9_999_999)).containsExactly(
                "the rest of the train before: 1.0E-6 ms, at most 0 ms (OVERLAP)");
        assertThat(door.explain(new double[]{0, 5, 0}, 10_000_000)).isEmpty();
    }

    @Test
    void dimensionsDriveNothingUnlessTheyAreSaidTo() {
        ResolvedSpec spec = ((Resolution.Accepted) SpecResolver.resolve(SpecTexts.right(),
                LimitTexts.accepted(LimitTexts.RIGHT), SpecTexts.BUDGET_BYTES)).spec();
        assertThat(spec.safety().outputs().hazardous()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "current_ua: \"current\" | current_ua: \"curent\" | safety.current.electrodes[0].currentUa: \"curent\" is no stimulus dimension: did you mean current?",
            "area_um2: 2000 | area_um2: 0 | safety.current.electrodes[0].areaUm2: 0 must be from 1e-12 to 1e12",
            "phase_us { fixed: 200 } | | safety.current.phaseUs: is missing: how long a phase is",
            "phase_us { fixed: 200 } | phase_us { } | safety.current.phaseUs: has no value: give {fixed: 10} or {dimension: name}",
            "phase_us { fixed: 200 } | phase_us { fixed: 200 } pulses { fixed: 3 } | safety.current.pulseRateHz: is missing: how often the pulses come",
            "safety { current | safety { light { power_mw: \"current\" } current | safety.light.pulseMs: is missing: how long each pulse is",
            "safety { current | safety { display { } current | safety.display.contrast: is missing: what the contrast is"})
    void outputsAreReadWithAllTheirFaults(String insteadOf, String newPiece, String fault) {
        String spec = LimitTexts.replaced(LimitTexts.CURRENT_SPEC, newPiece == null ? "" : newPiece,
                insteadOf);
        List<String> faults = LimitTexts.faults(spec, LimitTexts.RIGHT);
        assertThat(faults).containsExactly(fault);
    }
}
