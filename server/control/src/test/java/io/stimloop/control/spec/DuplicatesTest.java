package io.stimloop.control.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Candidates that are given twice, and deadlines that no decision can keep. */
class DuplicatesTest {
    private static io.stimloop.v1.ExperimentSpec vector(int size, String candidates) {
        return SpecTexts.parsed("""
                name: "v" seed: 1 neurons { name: "a" }
                stimulus { vector { name: "x" size: SIZE max_norm: 2 CANDIDATES } }
                model { glm { link: EXPONENTIAL filter { variance: 0.1 } } }
                """.replace("SIZE", Integer.toString(size)).replace("CANDIDATES", candidates));
    }

    @Test
    void aVectorThatIsListedTwiceIsRefused() {
        List<Violation> violations = SpecTexts.violations(vector(2, "listed { values: [1, 0] } "
                + "listed { values: [0, 1] } listed { values: [1, -0.0] } listed { values: [0, 1] }"));
        assertThat(violations).containsExactly(new Violation("stimulus.vector.listed[2]",
                "is the same as listed[0]: list each candidate once (and 1 more like it)"));
    }

    @Test
    void aSphereInOneDimensionHasTwoCandidates() {
        assertThat(SpecResolver.resolve(vector(1, "candidates: 50"), SpecTexts.BUDGET_BYTES))
                .isInstanceOfSatisfying(Resolution.Accepted.class,
                        accepted -> assertThat(Arrays.stream(accepted.spec().candidates()).map(row -> row[0]))
                                .containsExactlyInAnyOrder(2.0, -2.0));
    }

    @Test
    void aValueThatIsListedTwiceIsRefused() {
        assertThat(SpecTexts.violations(SpecTexts.with("values { values: [0, 45, 45] }",
                "values { from: 0 to: 315 count: 8 }"))).containsExactly(new Violation(
                        "stimulus.dimensions[0].values.values[2]",
                        "45 must exceed the value before it (45)"));
    }

    @ParameterizedTest
    @CsvSource({"seconds: 0,0s", "nanos: -1,-0.000000001s", "seconds: -3,-3s"})
    void aDeadlineOfZeroOrLessIsRefused(String deadline, String shown) {
        assertThat(SpecTexts.violations(SpecTexts.with(deadline, "nanos: 20000000"))).containsExactly(
                new Violation("planner.deadline", shown + " must be above 0s and at most 60s"));
    }
}
