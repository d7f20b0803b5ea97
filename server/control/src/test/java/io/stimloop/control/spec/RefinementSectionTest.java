package io.stimloop.control.spec;

import static org.assertj.core.api.Assertions.assertThat;

import io.stimloop.inference.belief.Belief;
import io.stimloop.inference.belief.Maintenance;
import io.stimloop.v1.ExperimentSpec;
import java.util.ArrayList;
import java.util.List;
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

    /** What became of the grid in trials that leave only the peak to be asked about. */
    private static List<String> refinements(Belief belief) {
        List<String> told = new ArrayList<>();
        for (int t = 0; t < 200; t++) {
            double direction = 45.0 * (t % 8);
            belief.condition(new double[]{direction}, new double[]{direction == 90 ? 16 : 2});
            belief.maintenance().map(Maintenance::run).ifPresent(result -> {
                result.adopt();
                told.add(result.description());
            });
        }
        return told;
    }

    @Test
    void aGridIsRefinedWhereTheSpecSaysSo() {
        assertThat(refinements(belief(with("grid { refine { } }")))).isNotEmpty();
        assertThat(refinements(belief(with("grid { }")))).isEmpty();
        assertThat(refinements(belief(with("grid { refine { below_steps: 0.1 } }"))))
                .isNotEqualTo(refinements(belief(with("grid { refine { below_steps: 3 } }"))));
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
