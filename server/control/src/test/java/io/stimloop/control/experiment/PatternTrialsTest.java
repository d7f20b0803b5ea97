package io.stimloop.control.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import io.stimloop.control.safety.LightLimits;
import io.stimloop.control.safety.SafetyEnvelope;
import io.stimloop.control.spec.Resolution;
import io.stimloop.control.spec.ResolvedSpec;
import io.stimloop.control.spec.SpecResolver;
import io.stimloop.control.spec.Violation;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Trials of patterns of light: what is presented, whoever plans, obeys the rules of the spec. */
class PatternTrialsTest {
    private static final int TARGETS = 8;
    private static final String TEXT = """
            name: "light" seed: 3 neurons { name: "cell" }
            stimulus { targets {
              TARGETS
              powers { values: [2, 5] } most_at_once: 3 most_total_power: 9 min_distance_um: 25 candidates: 40
              forbidden_pairs { first: "t0" second: "t7" } refractory { seconds: 1 nanos: 500000000 }
            } }
            model { optogenetic {
              link: EXPONENTIAL bias { mean: 0 sd: 0.5 } weight { mean: 1.5 sd: 0.5 } connected: 0.2 half_power: 4
            } }
            objective { OBJECTIVE }
            planner { deadline { nanos: DEADLINE } PLANNER }
            """;

    /** A trial of a study lasts a second, so that a target lit in one trial rests in the next one. */
    @ParameterizedTest
    @ValueSource(strings = {"search { }", "search { all_patterns { } }", "random { }", "balanced { }",
            "search { all_patterns { beam_width: 2 } balanced_share: 0.5 }",
            "mixture { first { search { all_patterns { } } } second { random { } } epsilon: 0.5 }",
            "sequence { stimuli { values: [2, 0, 2, 0, 2, 0, 0, 0] } stimuli { values: [0, 0, 0, 0, 2, 0, 2, 0] } }"})
    void everyWayOfChoosingObeysTheRules(String planner) {
        ResolvedSpec spec = spec(planner, "infomax { }", 50_000_000);
        SafetyEnvelope door = new SafetyEnvelope(spec.safety().min(), spec.safety().max(),
                spec.stimulus().maxNorm(), spec.stimulus().light());
        RiglessExperiment experiment = new RiglessExperiment(spec);
        double[] before = new double[TARGETS];
        int lit = 0;
        for (int trial = 0; trial < 20; trial++) {
            double[] now = experiment.next();
            assertThat(door.admits(now)).as(Arrays.toString(now)).isTrue();
            for (int target = 0; target < now.length; target++) {
                assertThat(now[target] != 0 && before[target] != 0).as("rested").isFalse();
            }
            lit += LightLimits.on(now);
            before = now.length > 0 ? now.clone() : new double[TARGETS];
            experiment.learn(new double[]{trial % 3});
        }
        assertThat(lit).isGreaterThan(10);
    }

    /** Every 0.4 s the fallback asks for the same targets, which rest for 1.5 s; a warning says so, once. */
    @Test
    void aFallbackLeavesOutWhatMustRestAndTheOperatorIsTold() {
        Bench bench = Bench.of("bench", spec("search { all_patterns { } } fallback: STIMULUS"
                + " fallback_stimulus: [2, 0, 2, 0, 2, 0, 0, 0]", "infomax { }", 50_000));
        RecordingPort rig = bench.connect();
        for (int trial = 0; trial < 24; trial++) {
            if (trial % 4 == 0) {
                assertThat(rig.lastPresent().getStimulusList()).containsExactly(2.0, 0.0, 2.0, 0.0, 2.0, 0.0,
                        0.0, 0.0);
            } else {
                assertThat(rig.lastPresent().getStimulusList()).as("trial %d", trial).isEmpty();
            }
            bench.clock.advance(400 * HandClock.MILLISECOND);
            bench.count(rig, 1);
        }
        assertThat(bench.listener.refusedByEnvelope).isZero();
        assertThat(bench.listener.warnings).singleElement().satisfies(warnings -> assertThat(warnings)
                .singleElement().asString().startsWith("refractory: ").contains("a blank instead of"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "expected_improvement { } | search { all_patterns { } } | planner.search.allPatterns | compares with the best",
            "infomax { } | search { all_patterns { beam_width: 257 } } | planner.search.allPatterns.beamWidth | at most 256"})
    void aSearchOfAllPatternsThatMakesNoSenseIsRefused(String objective, String planner, String field,
            String words) {
        assertThat(SpecResolver.resolve(Specs.parsed(text(planner, objective, 50_000_000)), 100_000_000L))
                .isInstanceOfSatisfying(Resolution.Refused.class, refused -> assertThat(refused.violations())
                        .singleElement().satisfies(violation -> {
                            assertThat(violation.field()).isEqualTo(field);
                            assertThat(violation.description()).contains(words);
                        }));
    }

    @Test
    void allPatternsAreOfTargetsOnly() {
        assertThat(SpecResolver.resolve(Specs.parsed(Specs.movingText("search { all_patterns { } }", 5)),
                100_000_000L)).isInstanceOfSatisfying(Resolution.Refused.class,
                        refused -> assertThat(refused.violations()).containsExactly(new Violation(
                                "planner.search.allPatterns", "needs targets: use stimulus.targets")));
    }

    private static ResolvedSpec spec(String planner, String objective, int deadlineNanos) {
        return switch (SpecResolver.resolve(Specs.parsed(text(planner, objective, deadlineNanos)),
                100_000_000L)) {
            case Resolution.Accepted(ResolvedSpec spec) -> spec;
            case Resolution.Refused(var violations) ->
                throw new IllegalArgumentException(violations.toString());
        };
    }

    private static String text(String planner, String objective, int deadlineNanos) {
        StringBuilder targets = new StringBuilder();
        for (int k = 0; k < TARGETS; k++) {
            targets.append("targets { name: \"t").append(k).append("\" x_um: ").append(20 * k).append(" } ");
        }
        return TEXT.replace("TARGETS", targets).replace("PLANNER", planner).replace("OBJECTIVE", objective)
                .replace("DEADLINE", Integer.toString(deadlineNanos));
    }
}
