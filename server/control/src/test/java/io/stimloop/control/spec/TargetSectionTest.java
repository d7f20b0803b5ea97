package io.stimloop.control.spec;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.TextFormat;
import io.stimloop.control.safety.LightLimits;
import io.stimloop.control.safety.Limits;
import io.stimloop.control.safety.Outputs;
import io.stimloop.planning.pattern.PatternRules;
import io.stimloop.v1.LimitsInForce;
import io.stimloop.v1.StimulusSpace;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Stimuli of light power per target, and what is wrong with them. */
class TargetSectionTest {
    private static final String RIGHT = """
            targets { targets { name: "a" } targets { name: "b" x_um: 10 } targets { name: "c" y_um: -5 }
              targets { name: "d" } powers { values: [2, 5] } most_at_once: 3 candidates: 30 }
            """;

    @Test
    void dimensionsAreTargetsFromNoLightToTheGreatestPower() {
        StimulusPlan plan = plan(RIGHT, 1);
        assertThat(plan.dimensions()).extracting(StimulusDimension::name).containsExactly("a", "b", "c", "d");
        assertThat(plan.dimensions()).allSatisfy(dimension -> {
            assertThat(dimension.unit()).isEqualTo("mW");
            assertThat(dimension.values()).containsExactly(0, 2, 5);
        });
        assertThat(plan.targets()).isTrue();
        assertThat(plan.mostOn()).isEqualTo(3);
    }

    @Test
    void candidatesAreAllSingleTargetsThenDifferentSets() {
        double[][] candidates = plan(RIGHT, 1).candidates();
        assertThat(candidates).hasNumberOfRows(30);
        assertThat(Arrays.copyOf(candidates, 3)).isDeepEqualTo(
                new double[][]{{2, 0, 0, 0}, {5, 0, 0, 0}, {0, 2, 0, 0}});
        for (int i = 8; i < 30; i++) {
            assertThat(LightLimits.on(candidates[i])).isBetween(2, 3);
            assertThat(Arrays.stream(candidates[i]))
                    .allMatch(power -> power == 0 || power == 2 || power == 5);
        }
        assertThat(Arrays.stream(candidates).map(Arrays::toString).distinct().count()).isEqualTo(30);
    }

    @Test
    void theSeedDrawsTheSets() {
        assertThat(plan(RIGHT, 1).candidates()).isDeepEqualTo(plan(RIGHT, 1).candidates());
        assertThat(plan(RIGHT, 2).candidates()[8]).isNotEqualTo(plan(RIGHT, 1).candidates()[8]);
    }

    @Test
    void allThereAreAreTakenWhereTheyAreFew() {
        String few = RIGHT.replace(" candidates: 30", "");
        // 8 single targets, 6 pairs and 4 triples, each member at 2 powers.
        assertThat(plan(few, 1).candidates()).hasNumberOfRows(8 + 6 * 4 + 4 * 8);
        assertThat(plan(few.replace("most_at_once: 3", ""), 1).candidates()).hasNumberOfRows(8);
    }

    @Test
    void noLightIsACandidateWhereItIsAPower() {
        double[][] candidates = plan(RIGHT.replace("[2, 5]", "[0, 5]").replace(" candidates: 30", ""), 1)
                .candidates();
        assertThat(candidates[0]).containsOnly(0);
        assertThat(candidates[1]).containsExactly(5, 0, 0, 0);
        assertThat(candidates).hasNumberOfRows(1 + 4 + 6 + 4);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "name: \"b\" | name: \"a\" | stimulus.targets.targets[1].name | names an earlier target too",
            "name: \"b\" | name: \"?\" | stimulus.targets.targets[1].name | is no name",
            "x_um: 10 | x_um: nan | stimulus.targets.targets[1].xUm | NaN must be from",
            "values: [2, 5] | values: [-1, 5] | stimulus.targets.powers.values[0] | -1 must be from 0",
            "values: [2, 5] | values: [0] | stimulus.targets.powers | has no power above 0",
            "values: [2, 5] | | stimulus.targets.powers | has no values",
            "most_at_once: 3 | most_at_once: 5 | stimulus.targets.mostAtOnce | 5 are more than there are targets (4)",
            "candidates: 30 | candidates: 7 | stimulus.targets.candidates | fewer than all single targets at all powers (8)",
            "candidates: 30 | candidates: 65 | stimulus.targets.candidates | 65 are more than there are (64)",
            "candidates: 30 | candidates: 4294967295 | stimulus.targets.candidates | too many: at most 100,000",
            "candidates: 30 } | } vector { } | stimulus.targets | given together with a vector"})
    void aFaultIsReportedAtItsField(String piece, String instead, String field, String words) {
        assertThat(RIGHT).contains(piece);
        Faults faults = Faults.none();
        StimulusSection.read(space(RIGHT.replace(piece, instead == null ? "" : instead)), 1,
                faults.field("stimulus"));
        assertThat(faults.violations()).anySatisfy(violation -> {
            assertThat(violation.field()).isEqualTo(field);
            assertThat(violation.description()).contains(words);
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "most_total_power: 1 | stimulus.targets.mostTotalPower | 1 is below the least power (2)",
            "most_total_power: 0 | stimulus.targets.mostTotalPower | must be from 1e-12",
            "most_total_power: nan | stimulus.targets.mostTotalPower | NaN must be from",
            "min_distance_um: -1 | stimulus.targets.minDistanceUm | -1 must be from 0",
            "min_distance_um: nan | stimulus.targets.minDistanceUm | NaN must be from 0",
            "min_distance_um: 12 | stimulus.targets.minDistanceUm | more than any two targets are apart (11.1803",
            "forbidden_pairs { first: \"a\" } | stimulus.targets.forbiddenPairs[0].second | is missing",
            "forbidden_pairs { first: \"a\" second: \"q\" } | stimulus.targets.forbiddenPairs[0].second | is no target",
            "forbidden_pairs { first: \"a\" second: \"a\" } | stimulus.targets.forbiddenPairs[0] | twice",
            "refractory { seconds: -1 } | stimulus.targets.refractory | -1s must be from 0s to 3600s",
            "targets { name: \"e\" most_power: 1 } | stimulus.targets.targets[4].mostPower | 1 is below the least power (2)",
            "targets { name: \"e\" most_power: inf } | stimulus.targets.targets[4].mostPower | must be from",
            "targets { name: \"e\" refractory { seconds: 3601 } } | stimulus.targets.targets[4].refractory | 3601s must be"})
    void aRuleThatMakesNoSenseIsReportedAtItsField(String rule, String field, String words) {
        assertThat(faults(with(rule))).anySatisfy(violation -> {
            assertThat(violation.field()).isEqualTo(field);
            assertThat(violation.description()).contains(words);
        });
    }

    @Test
    void aPairIsListedOnce() {
        assertThat(faults(with("forbidden_pairs { first: \"a\" second: \"b\" }"
                + " forbidden_pairs { first: \"b\" second: \"a\" }"))).singleElement()
                .satisfies(violation -> {
                    assertThat(violation.field()).isEqualTo("stimulus.targets.forbiddenPairs[1]");
                    assertThat(violation.description()).contains("an earlier pair too");
                });
    }

    /** Here a, c and d lie within 5 um, b is forbidden beside a, and two of 5 mW are too much. */
    @Test
    void candidatesObeyTheRules() {
        String rules = with("most_total_power: 9 min_distance_um: 7 "
                + "forbidden_pairs { first: \"b\" second: \"a\" } targets { name: \"e\" most_power: 2 x_um: 90 }")
                .replace(" candidates: 30", "");
        StimulusPlan plan = plan(rules, 3);
        double[][] candidates = plan.candidates();
        PatternRules read = plan.pattern().orElseThrow().rules();
        assertThat(Arrays.stream(candidates)).allMatch(read::admits).allMatch(plan.light()::admits);
        assertThat(Arrays.stream(candidates).map(Arrays::toString).distinct().count())
                .isEqualTo(candidates.length).isEqualTo(brute(read));
        assertThat(plan.dimensions().getLast().values()).containsExactly(0, 2);
        assertThat(read.conflicts().between(0, 1)).as("forbidden").isTrue();
        assertThat(read.conflicts().between(0, 2)).as("5 um apart").isTrue();
        assertThat(read.conflicts().between(1, 2)).as("11.2 um apart").isFalse();
    }

    /** How many of all patterns of 5 targets at 3 powers are allowed. */
    private static long brute(PatternRules rules) {
        double[] powers = {0, 2, 5};
        return IntStream.range(0, 243).filter(code -> {
            int rest = code;
            double[] pattern = new double[5];
            for (int k = 0; k < 5; k++) {
                pattern[k] = powers[rest % 3];
                rest /= 3;
            }
            return rules.admits(pattern);
        }).count();
    }

    @Test
    void targetsRestAsLongAsIsSaidOfThemOrOfAll() {
        StimulusPlan plan = plan(with("refractory { nanos: 5000000 }"
                + " targets { name: \"e\" refractory { seconds: 2 } } targets { name: \"f\" refractory { } }"),
                1);
        assertThat(plan.pattern().orElseThrow().refractoryNanos())
                .containsExactly(5_000_000, 5_000_000, 5_000_000, 5_000_000, 2_000_000_000, 0);
        assertThat(plan(RIGHT, 1).pattern().orElseThrow().rests()).isFalse();
    }

    @Test
    void aStimulusThatBreaksARuleIsRefusedInWords() {
        StimulusCheck check = check(plan(with("most_total_power: 9 min_distance_um: 7"
                + " targets { name: \"e\" x_um: 90 most_power: 2 }"), 1), 100);
        assertThat(check.complaint(List.of(2.0, 0.0, 2.0, 0.0, 0.0))).contains("has a and c on at once");
        assertThat(check.complaint(List.of(0.0, 5.0, 5.0, 0.0, 0.0))).contains("10 mW in all", "(9)");
        assertThat(check.complaint(List.of(0.0, 0.0, 0.0, 0.0, 2.5))).contains("gives e 2.5 mW", "(2)");
    }

    private static String with(String rule) {
        return RIGHT.replace("most_at_once: 3", "most_at_once: 3 " + rule);
    }

    private static List<Violation> faults(String text) {
        Faults faults = Faults.none();
        StimulusSection.read(space(text), 1, faults.field("stimulus"));
        return faults.violations();
    }

    @Test
    void stimuliOutsideTheLimitsAreRefused() {
        StimulusPlan plan = plan(RIGHT, 1);
        StimulusCheck wide = check(plan, 5);
        assertThat(wide.complaint(List.of(1.5, 0.0, 5.0, 0.0))).isEmpty();
        assertThat(wide.complaint(List.of(1.0, 1.0, 1.0, 1.0))).contains("4 targets on", "mostAtOnce (3)");
        assertThat(wide.complaint(List.of(-1.0, 0.0, 0.0, 0.0))).contains("outside safety.limits.a (0 to 5)");
        assertThat(wide.complaint(List.of(1.0))).contains("one for each of the 4 targets");
        Faults faults = Faults.none();
        check(plan, 4).checkCandidates(faults.field("stimulus"));
        assertThat(faults.violations()).singleElement().satisfies(violation -> {
            assertThat(violation.field()).isEqualTo("stimulus.targets");
            assertThat(violation.description()).contains("5 outside safety.limits.a (0 to 4)",
                    "lower powers");
        });
    }

    private static StimulusCheck check(StimulusPlan plan, double max) {
        double[] greatest = new double[plan.dimensions().size()];
        Arrays.fill(greatest, max);
        return new StimulusCheck(plan,
                new SafetySettings(new double[greatest.length], greatest, 1, 1, Outputs.NONE,
                        Limits.UNLIMITED, LimitsInForce.getDefaultInstance()));
    }

    private static StimulusPlan plan(String text, long seed) {
        Faults faults = Faults.none();
        StimulusPlan plan = StimulusSection.read(space(text), seed, faults);
        assertThat(faults.violations()).isEmpty();
        return plan;
    }

    private static StimulusSpace space(String text) {
        try {
            return TextFormat.parse(text, StimulusSpace.class);
        } catch (TextFormat.ParseException wrong) {
            throw new IllegalArgumentException(text, wrong);
        }
    }
}
