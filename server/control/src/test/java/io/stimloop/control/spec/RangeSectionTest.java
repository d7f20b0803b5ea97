package io.stimloop.control.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.stimloop.planning.continuous.Axis;
import io.stimloop.planning.continuous.Refinement;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Dimensions with a range, what becomes of them, and what is wrong with them. */
final class RangeSectionTest {
    private static final String RIGHT = """
            name: "threshold" seed: 1 neurons { name: "subject" }
            stimulus { dimensions { name: "contrast" unit: "dB" range { min: -40 max: 0 } } }
            model { psychometric { shape: LOGISTIC alternatives: 2
              parameters { key: "threshold" value { from: -40 to: 0 count: 9 } }
              parameters { key: "slope" value { values: [1, 2] } } } }
            """;
    private static final String TWO = RIGHT
            .replace("max: 0 } }",
                    "max: 0 } } dimensions { name: \"angle\" unit: \"deg\" periodic: true range { } }")
            .replace("values: [1, 2] } }",
                    "values: [1, 2] } } parameters { key: \"angle\" value { values: [0, 0.1] } }");

    private static ResolvedSpec resolved(String text) {
        Resolution resolution = SpecResolver.resolve(SpecTexts.parsed(text), SpecTexts.BUDGET_BYTES);
        assertThat(resolution).as(resolution.toString()).isInstanceOf(Resolution.Accepted.class);
        return ((Resolution.Accepted) resolution).spec();
    }

    private static Optional<Refinement> refinement(String text) {
        return ((PlanningMethod.Search) resolved(text).planner().method()).refinement();
    }

    @Test
    void candidatesOfOneRangeAreEvenlySpacedWithBothEnds() {
        ResolvedSpec spec = resolved(RIGHT);
        assertThat(spec.dimensions().getFirst().axis()).isEqualTo(new Axis.Linear(-40, 0));
        assertThat(spec.candidates()).hasNumberOfRows(64);
        assertThat(Arrays.stream(spec.candidates()).mapToDouble(row -> row[0])).isSorted();
        assertThat(spec.candidates()[0]).containsExactly(-40);
        assertThat(spec.candidates()[63]).containsExactly(0);
        assertThat(resolved(RIGHT.replace("stimulus {", "stimulus { candidates: 41")).candidates()[20])
                .containsExactly(new double[]{-20}, within(1e-12));
        assertThat(spec.safety().min()).containsExactly(-40);
        assertThat(spec.safety().max()).containsExactly(0);
    }

    @Test
    void candidatesOfMoreRangesArePointsOfTheSobolSequence() {
        ResolvedSpec spec = resolved(TWO);
        assertThat(spec.dimensions().get(1).axis()).isEqualTo(new Axis.Turn(0, 360));
        assertThat(spec.candidates()).hasNumberOfRows(256);
        assertThat(Arrays.copyOf(spec.candidates(), 3))
                .isDeepEqualTo(new double[][]{{-20, 180}, {-10, 90}, {-30, 270}});
    }

    @Test
    void listedValuesAndRangesMix() {
        ResolvedSpec spec = resolved(TWO.replace("range { } }", "values { values: [0, 90, 180] } }"));
        assertThat(spec.candidates()).hasNumberOfRows(64 * 3);
        assertThat(Arrays.stream(spec.candidates()).mapToDouble(row -> row[1]).distinct())
                .containsExactlyInAnyOrder(0.0, 90.0, 180.0);
    }

    @Test
    void aRangeOfATurnWrapsAndAnArcDoesNot() {
        assertThat(resolved(TWO.replace("range { } }", "range { min: -180 max: 180 } }")).dimensions().get(1)
                .axis()).isEqualTo(new Axis.Turn(-180, 360));
        assertThat(resolved(TWO.replace("range { } }", "range { min: 30 max: 180 } }")).dimensions().get(1)
                .axis()).isEqualTo(new Axis.Linear(30, 180));
        assertThat(resolved(RIGHT.replace("min: -40 max: 0", "min: 0.1 max: 50 spacing: LOG")).dimensions()
                .getFirst().axis()).isEqualTo(new Axis.Logarithmic(0.1, 50));
    }

    @Test
    void aSearchGoesOnBetweenTheCandidatesUnlessToldNotTo() {
        assertThat(refinement(RIGHT)).contains(new Refinement(Refinement.Method.LOCAL, 3, 200));
        assertThat(refinement(TWO)).contains(new Refinement(Refinement.Method.LOCAL, 3, 400));
        assertThat(refinement(
                TWO + "planner { search { continuous { method: BROAD starts: 5 evaluations: 99 } } }"))
                .contains(new Refinement(Refinement.Method.BROAD, 5, 99));
        assertThat(refinement(TWO + "planner { search { continuous { method: CANDIDATES } } }")).isEmpty();
        assertThat(refinement(TWO + "planner { search { lookahead { steps: 2 } } }")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "min: -40 max: 0 | max: 0 | stimulus.dimensions[0].range.min: is missing: the least value",
            "max: 0 } | max: -40 } | stimulus.dimensions[0].range.max: -40 must exceed min (-40)",
            "max: 0 } | max: 0 spacing: LOG } | stimulus.dimensions[0].range.min: -40 must be above 0 where spacing is LOG",
            "max: 0 } | max: inf } | stimulus.dimensions[0].range.max: Infinity must be from -1e12 to 1e12",
            "range { min: -40 max: 0 } | range { min: -40 max: 0 } values { values: [1] } | stimulus.dimensions[0].range: is given together with values: give either",
            "range { min: -40 max: 0 } | periodic: true period: 10 range { min: -40 max: 0 } | stimulus.dimensions[0].range.max: is farther from min than a turn (10)",
            "range { min: -40 max: 0 } | periodic: true period: 10 range { spacing: LOG } | stimulus.dimensions[0].range.spacing: LOG has no meaning around a turn",
            "stimulus { | stimulus { candidates: 1 | stimulus.candidates: 1 must be from 2 to 100,000",
            "name: \"threshold\" seed | safety { limits { key: \"contrast\" value { min: -30 max: 0 } } } name: \"threshold\" seed | stimulus.dimensions[0].range: reaches beyond safety.limits.contrast (-30 to 0)",
            "name: \"threshold\" seed | planner { search { continuous { starts: 101 } } } name: \"threshold\" seed | planner.search.continuous.starts: 101 must be from 1 to 100",
            "name: \"threshold\" seed | planner { search { lookahead { steps: 2 } continuous { method: LOCAL } } } name: \"threshold\" seed | planner.search.continuous: is not possible together with lookahead: say method: CANDIDATES, or leave one of them out"})
    void whatIsWrongIsNamed(String piece, String instead, String complaint) {
        assertThat(RIGHT).contains(piece);
        assertThat(SpecTexts.violations(SpecTexts.parsed(RIGHT.replace(piece, instead))))
                .extracting(Violation::toString).containsExactly(complaint);
    }

    @Test
    void whatNeedsARangeOrMustNotHaveOneSaysSo() {
        String listed = RIGHT.replace("range { min: -40 max: 0 }", "values { values: [-40, 0] }");
        assertThat(SpecTexts.violations(SpecTexts
                .parsed(listed.replace("stimulus {", "stimulus { candidates: 9")
                        + "planner { search { continuous { } } }")))
                .extracting(Violation::toString).containsExactly(
                        "stimulus.candidates: is given, but no dimension has a range: the candidates are all combinations of values",
                        "planner.search.continuous: needs a dimension with a range: give one in stimulus.dimensions, or leave it out");
        String map = RIGHT.substring(0, RIGHT.indexOf("model {"))
                + "model { rate_map { link: EXPONENTIAL noise { poisson { } } variance: 1 length: 5 } }";
        assertThat(SpecTexts.violations(SpecTexts.parsed(map))).extracting(Violation::toString).isEqualTo(
                List.of("model.rateMap: is a value for each stimulus that is listed: give stimulus.dimensions values, not a range"));
    }
}
