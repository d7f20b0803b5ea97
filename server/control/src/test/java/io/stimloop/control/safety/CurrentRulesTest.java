package io.stimloop.control.safety;

import static io.stimloop.control.safety.Wide.MS;
import static io.stimloop.control.safety.Wide.SECOND;
import static io.stimloop.control.safety.Wide.give;
import static io.stimloop.control.safety.Wide.only;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.stimloop.control.safety.Units.Area;
import io.stimloop.control.safety.Units.Charge;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every rule about current, at its limit and just beyond, where it is the only one that refuses. */
class CurrentRulesTest {
    private final Wide wide = new Wide();

    @Test
    void anElectrodeIsGivenAtMostItsCurrentOfEitherSign() {
        wide.currentUa = 30;
        SafetyEnvelope door = wide.ofCurrent();
        assertThat(only(door, 0, 30, -30, 0)).isNull();
        assertThat(only(door, 0, 30.1, 0, 0)).isEqualTo(Rule.CURRENT);
        assertThat(only(door, 0, 0, -30.1, 0)).isEqualTo(Rule.CURRENT);
        assertThat(only(door, 0, 0, 0, 99)).as("another dimension").isNull();
    }

    @Test
    void aPhaseHasAtMostItsCharge() {
        wide.phaseNc = 4;
        SafetyEnvelope door = wide.ofCurrent();
        assertThat(only(door, 0, 20, 0, 0)).as("20 uA for 200 us are 4 nC").isNull();
        assertThat(only(door, 0, 0, 20.0001, 0)).isEqualTo(Rule.PHASE_CHARGE);
    }

    /** 4 nC on 2000 um2 are 200 uC/cm2. */
    @Test
    void theChargeDensityOfAPhaseIsLimited() {
        wide.density = 200.001;
        assertThat(only(wide.ofCurrent(), 0, 20, 0, 0)).isNull();
        wide.density = 199.999;
        assertThat(only(wide.ofCurrent(), 0, -20, 0, 0)).isEqualTo(Rule.CHARGE_DENSITY);
    }

    /** 100 uA for 200 us on 2000 um2: k = 1.30, within Shannon's line, but five times what a microelectrode may give. */
    @Test
    void shannonsLineAndTheRuleForMicroelectrodesAreBothNeeded() {
        wide.shannonK = 1.5;
        wide.microAreaUm2 = 10_000;
        wide.microNc = 4;
        assertThat(only(wide.ofCurrent(), 0, 100, 0, 0)).isEqualTo(Rule.MICRO_CHARGE);
        wide.areaUm2 = 9999;
        assertThat(only(wide.ofCurrent(), 0, 100, 0, 0)).isEqualTo(Rule.MICRO_CHARGE);
        wide.areaUm2 = 10_000;
        assertThat(only(wide.ofCurrent(), 0, 100, 0, 0)).as("no microelectrode").isNull();
        wide.shannonK = 0.602;
        assertThat(only(wide.ofCurrent(), 0, 100, 0, 0)).as("k = log10(200 * 0.02)").isEqualTo(Rule.SHANNON);
        wide.shannonK = 0.6021;
        assertThat(only(wide.ofCurrent(), 0, 100, 0, 0)).isNull();
    }

    /** The figures of the literature: charge in nC, area in um2, density in uC/cm2, k. */
    @ParameterizedTest
    @CsvSource({"20, 2000, 1000, 1.301", "1800, 6e6, 30, 1.732", "1975, 7.9e6, 25, 1.694"})
    void shannonsKIsThatOfTheLiterature(double nc, double um2, double density, double k) {
        Map<Rule, Double> told = new HashMap<>();
        ElectricalLimits none = new Wide().electrical();
        new PhaseRules(new ElectricalLimits(none.maxCurrent(), none.trains(), new Charge(0),
                new Units.ChargeDensity(0), -10, new Area(0), none.maxMicroCharge(), 1, none.maxNetCharge(),
                none.maxNetCharge(), none.netChargeWindow(), 1)).reasons(0, Math.round(nc * 1e6),
                        new Area(um2), (rule, site, value, limit) -> told.put(rule, value));
        assertThat(told.get(Rule.PHASE_CHARGE)).isCloseTo(nc, within(1e-9));
        assertThat(told.get(Rule.CHARGE_DENSITY)).isCloseTo(density, within(1e-9 * density));
        assertThat(told.get(Rule.SHANNON)).isCloseTo(k, within(5e-4));
    }

    @Test
    void theTwoPhasesOfAPulseBalance() {
        wide.recovery = Amount.at(2);
        wide.imbalance = 0.01;
        wide.imbalanceNc = 0.1;
        SafetyEnvelope door = wide.ofCurrent();
        assertThat(only(door, 0, 100, 0, 0.9901)).as("0.198 nC of 20 nC").isNull();
        assertThat(only(door, 0, 100, 0, 0.9899)).isEqualTo(Rule.PULSE_BALANCE);
        assertThat(only(door, 0, 100, 0, 1.011)).as("too much recovery").isEqualTo(Rule.PULSE_BALANCE);
        assertThat(only(door, 0, 10, 0, 0.9505)).as("0.099 nC of 2 nC").isNull();
        assertThat(only(door, 0, 10, 0, 0.9495)).isEqualTo(Rule.PULSE_BALANCE);
    }

    /** Each command of ten pulses of 2 nC leaves 10 * 0.1 * 2 nC. */
    @Test
    void whatPulsesLeaveAddsUpWithinTheWindow() {
        wide.recovery = Amount.at(2);
        wide.pulses = Amount.of(10);
        wide.rate = Amount.of(1000);
        wide.netNc = 6;
        SafetyEnvelope door = wide.ofCurrent();
        give(door, 0, 10, 0, 0.9);
        give(door, 100 * MS, -10, 0, 1.1);
        assertThat(only(door, 200 * MS, 10, 0, 0.91)).isNull();
        assertThat(only(door, 200 * MS, 10, 0, 0.89)).isEqualTo(Rule.NET_CHARGE);
        assertThat(only(door, 200 * MS, 0, 20, 0.9)).as("another electrode").isNull();
        long gone = SECOND + 9 * MS + 400_000;
        assertThat(only(door, gone - 1, 10, 0, 0.89)).isEqualTo(Rule.NET_CHARGE);
        assertThat(only(door, gone, 10, 0, 0.89)).as("the first has gone").isNull();
    }

    /** Both phases of a pulse count: 2 * 200 us. */
    @Test
    void theRulesAboutTrainsHoldForCurrentToo() {
        wide.pulseMs = 0.4;
        wide.atOnce = 1;
        wide.trainsPerSecond = 1;
        SafetyEnvelope door = wide.ofCurrent();
        assertThat(only(door, 0, 10, 10, 0)).isEqualTo(Rule.AT_ONCE);
        give(door, 0, 10, 0, 0);
        assertThat(only(door, 399_999, 0, 10, 0)).isEqualTo(Rule.OVERLAP);
        assertThat(only(door, 400_000, 0, 10, 0)).isNull();
        assertThat(only(door, SECOND, 10, 0, 0)).isEqualTo(Rule.RATE);
        wide.pulseMs = 0.399;
        assertThat(only(wide.ofCurrent(), 0, 10, 0, 0)).isEqualTo(Rule.PULSE_LENGTH);
    }

    @Test
    void noCurrentLeavesNoTrace() {
        wide.restMs = 1000;
        SafetyEnvelope door = wide.ofCurrent();
        give(door, 0, 0, 0, 5);
        assertThat(only(door, 1, 1, 1, 0)).isNull();
    }

    /** The account has room for 2048 commands of both electrodes. */
    @Test
    void aFullAccountAdmitsNothingMore() {
        wide.phaseUs = Amount.of(0.001);
        SafetyEnvelope door = wide.ofCurrent();
        for (int command = 0; command < 2048; command++) {
            give(door, 2L * command, 1, 1, 0);
        }
        assertThat(only(door, 2 * 2048, 1, 0, 0)).isEqualTo(Rule.LEDGER);
        assertThat(only(door, 20 * SECOND, 1, 1, 0)).isNull();
    }
}
