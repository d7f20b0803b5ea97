package io.stimloop.control.spec;

import static org.assertj.core.api.Assertions.assertThat;

import io.stimloop.inference.belief.Truth;
import io.stimloop.inference.optogenetic.OptogeneticModel;
import io.stimloop.inference.optogenetic.OptogeneticSource;
import io.stimloop.numerics.random.Streams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Specs of optogenetic drive and connectivity, and what is wrong with them. */
class OptogeneticSpecTest {
    private static final String RIGHT = """
            name: "map" seed: 7
            neurons { name: "one" } neurons { name: "two" }
            stimulus { targets { targets { name: "a" } targets { name: "b" } powers { values: [2, 5] } most_at_once: 2 } }
            model { optogenetic { link: EXPONENTIAL bias { mean: 0.5 sd: 1 } weight { mean: 1.5 sd: 0.5 } connected: 0.2 half_power: 3 } }
            planner { fallback: STIMULUS fallback_stimulus: [0, 0] }
            """;

    @Test
    void resolvesToAModelOfAllNeuronsAndTargets() {
        ResolvedSpec spec = resolved(RIGHT);
        OptogeneticModel model = ((OptogeneticSource) spec.source()).model();
        assertThat(model.units()).isEqualTo(2);
        assertThat(model.targets()).containsExactly("a", "b");
        assertThat(model.opsin().exponent()).isEqualTo(1);
        assertThat(spec.source().parameterNames()).containsExactly("bias", "weight.a", "weight.b",
                "connected.a", "connected.b");
        assertThat(spec.candidates()).hasNumberOfRows(8);
        assertThat(spec.safety().min()).containsExactly(0, 0);
        assertThat(spec.safety().max()).containsExactly(5, 5);
        assertThat(spec.memoryBytes()).isPositive();
    }

    @Test
    void theTruthIsDrawnFromThePrior() {
        Truth truth = resolved(RIGHT).simulation().cell(Streams.of(3, 1, 1));
        for (int unit = 0; unit < 2; unit++) {
            double[] parameters = truth.parameters(unit);
            assertThat(parameters[3]).isEqualTo(parameters[1] == 0 ? 0 : 1);
            assertThat(parameters[4]).isEqualTo(parameters[2] == 0 ? 0 : 1);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "name: \"two\" | name: \"one\" | neurons[1].name | names an earlier neuron too",
            "link: EXPONENTIAL | | model.optogenetic.link | is missing",
            "bias { mean: 0.5 sd: 1 } | | model.optogenetic.bias | is missing",
            "sd: 1 } weight | sd: 0 } weight | model.optogenetic.bias.sd | 0 must be from",
            "mean: 1.5 | mean: 1e9 | model.optogenetic.weight.mean | must be from -1000 to 1000",
            "connected: 0.2 | connected: 1 | model.optogenetic.connected | 1 must be from",
            "half_power: 3 | | model.optogenetic.halfPower | 0 must be from",
            "half_power: 3 | half_power: 3 exponent: -1 | model.optogenetic.exponent | -1 must be from",
            "stimulus { | stimulus { vector { name: \"v\" size: 2 max_norm: 1 } | stimulus.targets | given together with a vector",
            "[0, 0] | [0, 6] | planner.fallbackStimulus | outside safety.limits.b (0 to 5)",
            "half_power: 3 } } | half_power: 3 } } belief { grid { } } | model.optogenetic | no belief of another form",
            "half_power: 3 } } | half_power: 3 } } simulation { parameters { values { key: \"weight.a\" value: 1 } } } | simulation.parameters.values.connected.a | is missing"})
    void aFaultIsReportedAtItsField(String piece, String instead, String field, String words) {
        assertThat(RIGHT).contains(piece);
        assertThat(
                SpecTexts.violations(SpecTexts.parsed(RIGHT.replace(piece, instead == null ? "" : instead))))
                .anySatisfy(violation -> {
                    assertThat(violation.field().replace("\"", "").replace("[", ".").replace("]", ""))
                            .isEqualTo(field.replace("[", ".").replace("]", ""));
                    assertThat(violation.description()).contains(words);
                });
    }

    @Test
    void anotherStimulusIsRefused() {
        String text = RIGHT.replaceAll("targets \\{ targets.*most_at_once: 2 }",
                "dimensions { name: \"x\" unit: \"1\" values { values: [0, 1] } }").replace("[0, 0]", "[0]");
        assertThat(SpecTexts.violations(SpecTexts.parsed(text))).singleElement().satisfies(violation -> {
            assertThat(violation.field()).isEqualTo("model.optogenetic");
            assertThat(violation.description()).contains("give stimulus.targets");
        });
    }

    private static ResolvedSpec resolved(String text) {
        return switch (SpecResolver.resolve(SpecTexts.parsed(text), SpecTexts.BUDGET_BYTES)) {
            case Resolution.Accepted accepted -> accepted.spec();
            case Resolution.Refused refused -> throw new AssertionError(refused.violations());
        };
    }
}
