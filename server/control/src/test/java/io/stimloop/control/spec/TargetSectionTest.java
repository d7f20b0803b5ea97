package io.stimloop.control.spec;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.TextFormat;
import io.stimloop.v1.StimulusSpace;
import java.util.Arrays;
import java.util.List;
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
            assertThat(StimulusPlan.on(candidates[i])).isBetween(2, 3);
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
        return new StimulusCheck(plan, new SafetySettings(new double[greatest.length], greatest, 1, 1));
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
