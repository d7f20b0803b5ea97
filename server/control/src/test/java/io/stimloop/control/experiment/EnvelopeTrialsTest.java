package io.stimloop.control.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.TextFormat;
import io.stimloop.control.safety.DoseReserve;
import io.stimloop.control.safety.Rule;
import io.stimloop.control.spec.LimitsResolver;
import io.stimloop.control.spec.Resolution;
import io.stimloop.control.spec.ResolvedSpec;
import io.stimloop.control.spec.SpecResolver;
import io.stimloop.v1.Present;
import io.stimloop.v1.SafetyLimits;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is presented where the envelope refuses what was chosen: the next best, then the fallback, then nothing. */
class EnvelopeTrialsTest {
    /** A target may be given 5 mW for 10 ms twice in the experiment, whatever the others get. */
    private static final String LIMITS = """
            version: 1 author: "a" date: "2026-11-25" reason: "a test"
            optical {
              per_target { max_power_mw: 10 max_window_energy_mj: 30 window_s: 10 max_experiment_energy_mj: 0.1
                heating { max_rise_celsius: 9 fast_celsius_per_mw: 0 slow_celsius_per_mw: 0 fast_time_s: 1 slow_time_s: 1 } }
              in_total { max_power_mw: 50 max_window_energy_mj: 300 window_s: 10 max_experiment_energy_mj: 1000
                heating { max_rise_celsius: 9 fast_celsius_per_mw: 0 slow_celsius_per_mw: 0 fast_time_s: 1 slow_time_s: 1 } }
              max_tip_irradiance_mw_per_mm2: 0 max_brief_tip_irradiance_mw_per_mm2: 0 brief_pulse_ms: 0
              max_targets_at_once: 2 min_spacing_um: 0 max_spot_power_in_change_mw: 0
              trains { max_pulse_ms: 20 max_pulse_rate_hz: 50 max_train_ms: 1000 min_rest_ms: 0 min_rest_per_train: 0
                max_duty: 1 duty_window_s: 10 max_trains_per_s: 100 }
            }
            """;
    private static final String SPEC = """
            name: "light" seed: 3 neurons { name: "cell" }
            stimulus { targets {
              targets { name: "a" } targets { name: "b" } targets { name: "c" } powers { values: [5] }
            } }
            model { optogenetic {
              link: EXPONENTIAL bias { mean: 0 sd: 0.5 } weight { mean: 1.5 sd: 0.5 } connected: 0.2 half_power: 4
            } }
            planner { deadline { seconds: 1 } PLANNER }
            """;

    private static ResolvedSpec spec(String planner) {
        try {
            LimitsResolver.Accepted limits = (LimitsResolver.Accepted) LimitsResolver
                    .resolve(TextFormat.parse(LIMITS, SafetyLimits.class));
            return ((Resolution.Accepted) SpecResolver.resolve(Specs.parsed(SPEC.replace("PLANNER", planner)),
                    limits.limits(), 100_000_000L)).spec();
        } catch (TextFormat.ParseException e) {
            throw new IllegalArgumentException(LIMITS, e);
        }
    }

    /** The stimuli of so many trials, 100 ms apart. */
    private static double[][] run(Bench bench, int trials) {
        RecordingPort rig = bench.connect();
        double[][] shown = new double[trials][];
        for (int trial = 0; trial < trials; trial++) {
            Present present = rig.lastPresent();
            shown[trial] = present.getStimulusList().stream().mapToDouble(Double::doubleValue).toArray();
            bench.clock.advance(100 * HandClock.MILLISECOND);
            bench.count(rig, trial % 2);
        }
        return shown;
    }

    @Test
    void aSearchTakesTheBestThatIsAdmittedUntilNothingIsLeft() {
        Bench bench = Bench.enveloped("bench", spec("search { }"));
        double[][] shown = run(bench, 8);
        double[] given = new double[3];
        for (double[] stimulus : Arrays.copyOf(shown, 6)) {
            assertThat(stimulus).hasSize(3);
            Arrays.setAll(given, target -> given[target] + stimulus[target]);
        }
        assertThat(given).as("each target twice").containsExactly(10, 10, 10);
        assertThat(shown[6]).as("blank").isEmpty();
        assertThat(shown[7]).isEmpty();
        assertThat(bench.listener.rules).isNotEmpty().containsOnly(Rule.EXPERIMENT_ENERGY);
        assertThat(bench.experiment.snapshot().join().complete().getPlannerWarningsList()).singleElement()
                .asString()
                .startsWith("safety: the envelope refused choices: ").endsWith(" by a blank so far");
    }

    @Test
    void aDesignFallsBackAndThenPresentsNothing() {
        Bench bench = Bench.enveloped("bench", spec("sequence { stimuli { values: [5, 0, 0] } }"
                + " fallback: STIMULUS fallback_stimulus: [0, 0, 5]"));
        List<double[]> shown = Arrays.asList(run(bench, 6));
        assertThat(shown.subList(0, 2)).allSatisfy(stimulus -> assertThat(stimulus).containsExactly(5, 0, 0));
        assertThat(shown.subList(2, 4)).allSatisfy(stimulus -> assertThat(stimulus).containsExactly(0, 0, 5));
        assertThat(shown.subList(4, 6)).allSatisfy(stimulus -> assertThat(stimulus).isEmpty());
    }

    /** No planner is behind the door here: what it refuses is a blank, and a blank costs nothing. */
    @Test
    void theDoorItselfPresentsNothingWhereItRefuses() {
        ResolvedSpec spec = spec("sequence { stimuli { values: [5, 0, 0] } }");
        Bench bench = Bench.of("bench", spec, spec.envelope()
                .envelope(DoseReserve.inMemory(4)));
        double[][] shown = run(bench, 5);
        assertThat(shown[1]).containsExactly(5, 0, 0);
        assertThat(shown[2]).isEmpty();
        assertThat(shown[4]).isEmpty();
        assertThat(bench.listener.rules).containsOnly(Rule.EXPERIMENT_ENERGY);
    }
}
