package io.stimloop.control.spec;

import static org.assertj.core.api.Assertions.assertThat;

import io.stimloop.inference.belief.Belief;
import io.stimloop.v1.ExperimentSpec;
import org.junit.jupiter.api.Test;

final class RefinementSectionTest {
    private static ExperimentSpec with(String belief) {
        return SpecTexts.with("belief { " + belief + " } model", "model");
    }

    private static Belief belief(ExperimentSpec spec) {
        Resolution resolution = SpecResolver.resolve(spec, SpecTexts.BUDGET_BYTES);
        assertThat(resolution).isInstanceOf(Resolution.Accepted.class);
        return ((Resolution.Accepted) resolution).spec().source().create();
    }

    /** Trials after which only the peak is left to be asked about. */
    private static String warningsAfterTrials(Belief belief) {
        for (int t = 0; t < 200; t++) {
            double direction = 45.0 * (t % 8);
            belief.condition(new double[]{direction}, new double[]{direction == 90 ? 16 : 2});
        }
        return String.join("; ", belief.warnings());
    }

    @Test
    void aGridIsRefinedWhereTheSpecSaysSo() {
        assertThat(warningsAfterTrials(belief(with("grid { refine { } }")))).contains("the grid was refined");
        assertThat(warningsAfterTrials(belief(with("grid { }")))).doesNotContain("refined");
        assertThat(warningsAfterTrials(belief(with("grid { refine { below_steps: 0.1 } }"))))
                .isNotEqualTo(warningsAfterTrials(belief(with("grid { refine { below_steps: 3 } }"))));
    }

    @Test
    void faultsNameWhatIsWrong() {
        assertFault(with("grid { refine { below_steps: 0 } }"),
                "belief.grid.refine.belowSteps: 0 must be from 0.1 to 100");
        assertFault(with("grid { refine { reach_sd: 1 } }"),
                "belief.grid.refine.reachSd: 1 must be from 2 to 100");
        assertFault(with("particles { }"), "has no belief of another form than grid");
    }

    private static void assertFault(ExperimentSpec spec, String description) {
        assertThat(SpecTexts.violations(spec)).singleElement().satisfies(violation -> {
            assertThat(violation.field()).isEqualTo("model.tuningCurve");
            assertThat(violation.description()).contains(description);
        });
    }
}
