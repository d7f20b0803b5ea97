package io.stimloop.control.spec;

import static org.assertj.core.api.Assertions.assertThat;

import io.stimloop.control.safety.DimensionLimits;
import io.stimloop.control.safety.Limits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a limits file may say, and what it means where it says nothing. */
class LimitsResolverTest {
    @Test
    void everyNumberArrivesWhereItIsMeantTo() {
        Limits limits = LimitTexts.accepted(LimitTexts.RIGHT).limits();
        assertThat(limits.dimensions()).containsEntry("x", new DimensionLimits(-5, 5, 10));
        assertThat(limits.optical().perTarget().maxPower().mw()).isEqualTo(10);
        assertThat(limits.optical().inTotal().maxPower().mw()).isEqualTo(12);
        assertThat(limits.optical().perTarget().maxWindowEnergy().picojoules()).isEqualTo(3e10);
        assertThat(limits.optical().perTarget().window().nanos()).isEqualTo(1e10);
        assertThat(limits.optical().perTarget().heating().slowTime().nanos()).isEqualTo(6e9);
        assertThat(limits.optical().trains().maxPulse().nanos()).isEqualTo(2e7);
        assertThat(limits.optical().trains().minRest().nanos()).isEqualTo(5e6);
        assertThat(limits.optical().briefPulse().nanos()).isEqualTo(1e8);
        assertThat(limits.optical().minSpacing().um()).isEqualTo(15);
        assertThat(limits.electrical().maxShannonK()).isEqualTo(1.5);
        assertThat(limits.electrical().maxMicroCharge().femtocoulombs()).isEqualTo(4e6);
        assertThat(limits.electrical().netChargeWindow().nanos()).isEqualTo(1e9);
        assertThat(limits.visual().maxFlashesPerSecond()).isEqualTo(3);
        assertThat(limits.visual().flashContrast()).as("left out").isEqualTo(0.1);
    }

    @Test
    void whatIsNotSaidAllowsNothingThatHarms() {
        Limits limits = LimitTexts.accepted("version: 1 author: \"a\" date: \"2026-11-25\" reason: \"r\"")
                .limits();
        assertThat(limits.optical().perTarget().maxPower().mw()).isZero();
        assertThat(limits.optical().trains().maxPulse().nanos()).isZero();
        assertThat(limits.optical().maxAtOnce()).isZero();
        assertThat(limits.electrical().maxCurrent().ua()).isZero();
        assertThat(limits.electrical().maxShannonK()).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(limits.visual().maxContrast()).as("harms no tissue").isInfinite();
        assertThat(limits.dimensions()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "version: 3 | version: 0 | version: is missing: from 1, and greater with every change",
            "author: \"A. Nobody\" | author: \" \" | author: is missing: who answers for these limits",
            "reason: \"a test\" | | reason: is missing: why these limits",
            "2026-11-25 | 25.11.2026 | date: \"25.11.2026\" is no date: write it as in 2026-11-25",
            "max_targets_at_once: 2 | max_targets_at_once: -1 | optical.maxTargetsAtOnce: -1 must be from 0 to 1e12",
            "max_duty: 0.1 | max_duty: nan | optical.trains.maxDuty: NaN must be from 0 to 1e12",
            "min_rest_ms: 5 | | optical.trains.minRestMs: is missing: write it out, as 0 where none is meant",
            "window_s: 10 | window_s: 0 | optical.perTarget.windowS: 0 must be from 1e-12 to 1e12",
            "min: -5 | min: inf | dimensions.x.min: Infinity must be from -1e12 to 1e12"})
    void faultsAreToldWithTheirFields(String insteadOf, String newPiece, String fault) {
        assertThat(LimitTexts.faults(LimitTexts.with(newPiece == null ? "" : newPiece, insteadOf)))
                .contains(fault);
    }

    @Test
    void theHashIsOfTheContentWhateverTheOrder() {
        OperatorLimits limits = LimitTexts.accepted(LimitTexts.RIGHT);
        String[] lines = LimitTexts.RIGHT.split("\n");
        StringBuilder turned = new StringBuilder();
        for (int line = lines.length - 1; line > lines.length - 2; line--) {
            turned.append(lines[line]).append('\n');
        }
        turned.append(LimitTexts.RIGHT, 0, LimitTexts.RIGHT.lastIndexOf("visual"));
        assertThat(LimitTexts.accepted(turned.toString()).sha256()).isEqualTo(limits.sha256());
        assertThat(limits.sha256().size()).isEqualTo(32);
        assertThat(LimitTexts.accepted(LimitTexts.with("version: 4", "version: 3")).sha256())
                .isNotEqualTo(limits.sha256());
        assertThat(limits.inForce().getVersion()).isEqualTo(3);
        assertThat(limits.inForce().getAuthor()).isEqualTo("A. Nobody");
        assertThat(limits.inForce().getSha256()).isEqualTo(limits.sha256());
    }
}
