package io.stimloop.control.spec;

import static org.assertj.core.api.Assertions.assertThat;

import io.stimloop.inference.belief.Quantity;
import io.stimloop.inference.objective.Aim;
import io.stimloop.inference.objective.StimulusCost;
import io.stimloop.inference.objective.VarianceObjective;
import java.util.List;
import org.junit.jupiter.api.Test;

class ObjectiveSectionTest {
    private static final String VECTOR = """
            name: "glm" seed: 7
            neurons { name: "cell" }
            stimulus { vector { name: "pixel" unit: "1" size: 3 max_norm: 2 candidates: 30 } }
            model { glm { link: EXPONENTIAL filter { variance: 0.1 } } }
            objective { cost { COST } }
            """;

    @Test
    void weightsOfNeuronsCountForTheVarianceOfTheirParameters() {
        Aim aim = aim("""
                name: "two" seed: 1
                neurons { name: "a" } neurons { name: "b" } neurons { name: "c" }
                stimulus { dimensions { name: "x" unit: "1" values { from: -4 to: 4 count: 5 } } }
                model { tuning_curve { shape: GAUSSIAN noise { poisson { } }
                  parameters { key: "baseline" value { values: [0.2, 3] } }
                  parameters { key: "amplitude" value { values: [2, 8, 20] } }
                  parameters { key: "preferred" value { from: -4 to: 4 count: 5 } }
                  parameters { key: "width" value { values: [1, 2] } } } }
                objective { minimum_variance { parameters { key: "preferred" value: 3 } }
                  neuron_weights { key: "b" value: 0 } neuron_weights { key: "c" value: 0.5 } }
                """);
        List<Quantity> quantities = ((VarianceObjective) aim.objective()).question().quantities();
        assertThat(quantities).containsExactly(new Quantity.Parameter("preferred", 0, 3),
                new Quantity.Parameter("preferred", 1, 0), new Quantity.Parameter("preferred", 2, 1.5));
    }

    @Test
    void aCostCountsInFullWhereNoWeightIsGiven() {
        double[] none = {0, 0, 0};
        double[] step = {1, 0, 0};
        assertThat(cost("per_switch: 5").of(step, none)).isEqualTo(5);
        assertThat(cost("weight: 0.5 per_switch: 5").of(step, none)).isEqualTo(2.5);
        assertThat(cost("weight: 0 per_switch: 5").of(step, none)).isZero();
    }

    @Test
    void totalStandsForAllOtherValuesOfAVector() {
        StimulusCost cost = cost(
                "per_unit { key: \"total\" value: 2 } per_unit { key: \"pixel[0]\" value: 10 }");
        assertThat(cost.of(new double[]{1, -1, 3}, new double[3])).isEqualTo(10 + 2 + 6);
    }

    private static StimulusCost cost(String text) {
        return aim(VECTOR.replace("COST", text)).cost();
    }

    private static Aim aim(String text) {
        return switch (SpecResolver.resolve(SpecTexts.parsed(text), SpecTexts.BUDGET_BYTES)) {
            case Resolution.Accepted accepted -> accepted.spec().aim();
            case Resolution.Refused refused -> throw new AssertionError(refused.violations());
        };
    }
}
