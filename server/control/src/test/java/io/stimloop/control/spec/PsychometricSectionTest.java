package io.stimloop.control.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.stimloop.inference.belief.BeliefSource;
import io.stimloop.inference.belief.Responses;
import io.stimloop.v1.ExperimentSpec;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PsychometricSectionTest {
    private static final String RIGHT = """
            name: "yes-no" seed: 7 neurons { name: "subject" }
            stimulus {
              dimensions { name: "contrast" unit: "dB" values { from: -40 to: 0 count: 5 } }
              dimensions { name: "eccentricity" unit: "deg" values { values: [0, 5] } }
            }
            model { psychometric { shape: WEIBULL
              parameters { key: "threshold" value { from: -40 to: 0 count: 5 } }
              parameters { key: "slope" value { values: 3 } }
              parameters { key: "guess" value { values: [0.1, 0.2] } }
              parameters { key: "eccentricity" value { values: [0, 1] } }
            } }
            """;

    private static ExperimentSpec with(String newPiece, String insteadOf) {
        assertThat(RIGHT).contains(insteadOf);
        return SpecTexts.parsed(RIGHT.replace(insteadOf, newPiece));
    }

    private static BeliefSource source(ExperimentSpec spec) {
        return ((Resolution.Accepted) SpecResolver.resolve(spec, SpecTexts.BUDGET_BYTES)).spec().source();
    }

    @Test
    void everyDimensionAfterTheFirstShiftsTheThreshold() {
        BeliefSource source = source(SpecTexts.parsed(RIGHT));
        assertThat(source.parameterNames())
                .containsExactly("threshold", "slope", "guess", "lapse", "eccentricity");
        assertThat(source.responses()).isEqualTo(Responses.choice(2));
        assertThat(source.create().parameters().get(3).mean()).as("lapse, left out").isZero();
        assertThat(source.create().parameters().get(4).mean()).isCloseTo(0.5, within(1e-12));
    }

    @Test
    void alternativesStandForTheGuessRate() {
        ExperimentSpec spec = with("alternatives: 4",
                "parameters { key: \"guess\" value { values: [0.1, 0.2] } }");
        assertThat(source(spec).parameterNames()).doesNotContain("guess");
        double[][] faint = {{-4000, 0}};
        assertThat(source(spec).create().curve(faint).getFirst().mean()).isCloseTo(0.25, within(1e-12));
    }

    @Test
    void faultsNameTheirFields() {
        assertFault(with("", "shape: WEIBULL"), "model.psychometric.shape",
                "is missing: use WEIBULL, LOGISTIC or CUMULATIVE_NORMAL");
        assertFault(with("shape: WEIBULL alternatives: 1", "shape: WEIBULL"),
                "model.psychometric.alternatives",
                "1 must be from 2 to 1000, or left out where guess is a parameter");
        assertFault(with("key: \"slop\"", "key: \"slope\""), "model.psychometric.parameters.slop",
                "is no parameter of this model: did you mean slope?");
        assertFault(with("values: [0.1, 1]", "values: [0.1, 0.2]"),
                "model.psychometric.parameters.guess.values[1]", "1 must be from 0 to 0.999999");
        assertFault(with("values: 0 }", "values: 3 }"), "model.psychometric.parameters.slope.values[0]",
                "0 must be from 1e-12 to 1e12");
        assertFault(with("belief { gaussian { } } model", "model"), "model.psychometric.parameters",
                "grid or by particles only");
    }

    @Test
    void particlesNeedPriorsWithinTheRangeOfAParameter() {
        String particles = "belief { particles { count: 500 } } model";
        assertFault(with(particles, "model"), "model.psychometric.parameters.threshold", "needs a prior");
        String guess = "value { prior { normal { mean: 0.5 sd: 1 } } }";
        assertFault(
                SpecTexts.parsed(
                        RIGHT.replace("model", particles).replace("value { values: [0.1, 0.2] }", guess)),
                "model.psychometric.parameters.guess.prior", "truncate it");
        assertFault(with("belief { particles { count: 5 } } model", "model"), "model.psychometric.parameters",
                "belief.particles.count is 5: must be from 100 to 1000000");
    }

    private static void assertFault(ExperimentSpec spec, String field, String description) {
        List<Violation> violations = SpecTexts.violations(spec);
        assertThat(violations).as("%s", violations)
                .anySatisfy(violation -> assertThat(violation.field() + ": " + violation.description())
                        .startsWith(field + ": ").contains(description));
    }
}
