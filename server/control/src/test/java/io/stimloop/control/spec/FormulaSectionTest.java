package io.stimloop.control.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.stimloop.inference.belief.Responses;
import io.stimloop.inference.belief.Truth;
import io.stimloop.numerics.random.Streams;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Models that a lab writes itself. */
final class FormulaSectionTest {
    private static final long BUDGET_BYTES = 100_000_000L;
    private static final String FORM = "belief { grid { } }";
    private static final String RATE = "b + a * exp(-0.5 * ((x - mu) / sigma)^2)";
    private static final String RIGHT = """
            name: "own" seed: 3
            neurons { name: "cell" }
            stimulus { dimensions { name: "x" values { from: -10 to: 10 count: 9 } } }
            model { formula {
              counts { rate: "b + a * exp(-0.5 * ((x - mu) / sigma)^2)" noise { poisson { } } }
              parameters { key: "b" value { from: 0.5 to: 5 count: 3 } }
              parameters { key: "a" value { from: 1 to: 50 count: 4 spacing: LOG } }
              parameters { key: "mu" value { from: -8 to: 8 count: 5 } }
              parameters { key: "sigma" value { values: [1, 2] } }
            } }
            belief { grid { } }
            simulation { }
            """;
    private static final String DIMENSION = "dimensions { name: \"x\" values { from: -10 to: 10 count: 9 } }";
    private static final String COUNTS = "counts { rate: \"" + RATE + "\" noise { poisson { } } }";
    private static final String MU = "parameters { key: \"mu\" value { from: -8 to: 8 count: 5 } }";

    @Test
    void aFormulaOfCountsIsAModelOfItsParametersAndItsDispersion() {
        ResolvedSpec spec = accepted(RIGHT.replace("poisson { }",
                "negative_binomial { dispersion { values: [0.1, 0.2] } }"));
        assertThat(spec.source().parameterNames()).containsExactly("a", "b", "mu", "sigma", "dispersion");
        assertThat(spec.source().responses()).isEqualTo(Responses.counts(1));
        assertThat(spec.source().create().entropyNats()).isCloseTo(Math.log(3 * 4 * 5 * 2 * 2),
                offset(1e-12));
    }

    @Test
    void theSimulatedCellMayBeAnyFormula() {
        ResolvedSpec spec = accepted(RIGHT.replace("simulation { }",
                "simulation { formula { expected: \"3 + x^2\" noise: 0.5 } }"));
        Truth truth = spec.simulation().cell(Streams.of(1, 0, 0));
        assertThat(truth.expected(0, new double[]{-2})).isEqualTo(7);
        double[] response = new double[1];
        double sum = 0;
        for (int i = 0; i < 2000; i++) {
            truth.respond(new double[]{1}, Streams.of(2, i, 0), response);
            sum += response[0];
        }
        // The variance of a count is 4 + 0.5 * 16; the mean of 2,000 leaves this range once in 10,000 times.
        assertThat(sum / 2000).isBetween(4 - 3.9 * Math.sqrt(12.0 / 2000), 4 + 3.9 * Math.sqrt(12.0 / 2000));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"normal { sd: '1'}, -3, 0.5", "log_normal { log_sd: '1' }, 3, 0.5"})
    void theSimulatedCellScattersAsTheModelSays(String family, String expected, double noise) {
        String value = "value { location: \"" + RATE + "\" " + family + " }";
        ResolvedSpec spec = accepted(RIGHT.replace(COUNTS, value).replace("simulation { }",
                "simulation { formula { expected: \"" + expected + "\" noise: " + noise + " } }"));
        Truth truth = spec.simulation().cell(Streams.of(1, 0, 0));
        double[] response = new double[1];
        double[] centred = new double[2000];
        for (int i = 0; i < centred.length; i++) {
            truth.respond(new double[]{1}, Streams.of(2, i, 0), response);
            centred[i] = family.startsWith("log") ? Math.log(response[0] / 3) : response[0] + 3;
        }
        // Either statistic of 2,000 draws leaves its range once in 10,000 times.
        assertThat(Arrays.stream(centred).average().orElseThrow()).isCloseTo(0,
                offset(3.9 * noise / Math.sqrt(2000)));
        assertThat(Arrays.stream(centred).map(x -> x * x).average().orElseThrow()).isCloseTo(noise * noise,
                offset(3.9 * noise * noise * Math.sqrt(2.0 / 2000)));
    }

    @ParameterizedTest(name = "{2} {3}")
    @MethodSource("faults")
    void everyFaultNamesItsFieldAndItsColumn(String newPiece, String insteadOf, String field, String words) {
        assertThat(RIGHT).contains(insteadOf);
        List<Violation> violations = SpecTexts
                .violations(SpecTexts.parsed(RIGHT.replace(insteadOf, newPiece)));
        assertThat(violations).singleElement().satisfies(violation -> {
            assertThat(violation.field()).isEqualTo(field);
            assertThat(violation.description()).contains(words);
        });
    }

    private static Stream<Arguments> faults() {
        String formula = "model.formula";
        String rate = formula + ".counts.rate";
        String parameters = formula + ".parameters";
        return Stream.of(
                arguments(RATE.replace("sigma", "sgma"), RATE, rate, "column 32: "),
                arguments(RATE.replace("sigma", "sgma"), RATE, rate, "did you mean sigma?"),
                arguments(RATE.replace(")^2)", ")^2"), RATE, rate, "column"),
                arguments("", RATE, rate, "is missing: a formula over x, a, b, mu, sigma"),
                arguments("b + a * x * mu", RATE, parameters + ".sigma", "is used in no formula"),
                arguments("", COUNTS, formula, "has no response: give counts, binary, choice or value"),
                arguments("noise { }", "noise { poisson { } }", formula + ".counts.noise", "is missing"),
                arguments("choice { logits: \"" + RATE + "\" }", COUNTS, formula + ".choice.logits",
                        "has 1 entries: give one for each of 2 to 20"),
                arguments("value { location: \"" + RATE + "\" }", COUNTS, formula + ".value",
                        "has no family"),
                arguments("value { location: \"" + RATE + "\" normal { sd: \"1 +\" } }", COUNTS,
                        formula + ".value.normal.sd", "column 4"),
                arguments(MU + MU.replace("mu", "x"), MU, parameters + ".x",
                        "is the name of a stimulus dimension"),
                arguments(MU + MU.replace("mu", "exp"), MU, parameters + ".exp", "is a function"),
                arguments(MU + MU.replace("mu", "2mu"), MU, parameters + ".2mu", "letters, digits"),
                arguments(MU.replace("count: 5", "count: 1"), MU, parameters + ".mu.count",
                        "1 is too few: at least 2"),
                arguments("vector { name: \"x\" size: 4 max_norm: 1 candidates: 9 }", DIMENSION, formula,
                        "needs stimulus.dimensions: a formula names each"),
                arguments("targets { targets { name: \"x\" } powers { values: [0, 5] } }", DIMENSION, formula,
                        "needs stimulus.dimensions: a formula names each"),
                arguments(DIMENSION.replace("\"x\"", "\"x.1\""), DIMENSION, formula,
                        "cannot name the stimulus dimension \"x.1\""),
                arguments("negative_binomial { dispersion { values: [-1, 1] } }", "poisson { }",
                        formula + ".counts.noise.negativeBinomial.dispersion.values[0]", "-1"),
                arguments("to: 5 count: 100000 }", "to: 5 count: 3 }", "model", "MB: use fewer values"),
                arguments("belief { gaussian { } }", FORM, parameters,
                        "can be followed on a grid or by particles only"),
                arguments("simulation { formula { expected: \"3 + y\" } }", "simulation { }",
                        "simulation.formula.expected", "column 5"),
                arguments("simulation { formula { expected: \"3\" noise: -1 } }", "simulation { }",
                        "simulation.formula.noise", "-1 must be from 0"));
    }

    @Test
    void aGridThatNoMemoryHoldsIsRefusedBeforeItIsBuilt() {
        String enormous = RIGHT.replace("to: 5 count: 3", "to: 5 count: 100000")
                .replace("to: 50 count: 4", "to: 50 count: 100000");
        assertThat(SpecTexts.violations(SpecTexts.parsed(enormous))).singleElement().satisfies(violation -> {
            assertThat(violation.field()).isEqualTo("model.formula.parameters");
            assertThat(violation.description()).startsWith("make a grid of 1e11 cells: at most");
        });
    }

    @Test
    void choicesAndValuesHaveAsManyOutcomesAsTheFormulasSay() {
        String logits = "choice { logits: \"0\" logits: \"" + RATE + "\" logits: \"x\" }";
        assertThat(accepted(RIGHT.replace(COUNTS, logits)).source().responses())
                .isEqualTo(Responses.choice(3));
        String chance = "binary { probability: \"logistic(" + RATE + ")\" }";
        assertThat(accepted(RIGHT.replace(COUNTS, chance)).source().responses())
                .isEqualTo(Responses.choice(2));
        String value = "value { location: \"b + a * x\" log_normal { log_sd: \"sigma + 0 * mu\" } }";
        assertThat(accepted(RIGHT.replace(COUNTS, value)).source().responses())
                .isEqualTo(Responses.values(1));
    }

    @Test
    void aPriorOfParticlesMayNotReachBeyondWhatANoiseCanHave() {
        String particles = RIGHT.replaceAll("(value \\{) (from|values)[^}]*\\}",
                "$1 prior { uniform { from: 1 to: 2 } } }")
                .replace(FORM, "belief { particles { count: 200 } }");
        assertThat(accepted(particles).source().create().entropyNats()).isCloseTo(0, offset(0.3));
        String negative = particles.replace("poisson { }",
                "negative_binomial { dispersion { prior { normal { mean: 0 sd: 1 } } } }");
        assertThat(SpecTexts.violations(SpecTexts.parsed(negative))).singleElement().satisfies(violation -> {
            assertThat(violation.field())
                    .isEqualTo("model.formula.counts.noise.negativeBinomial.dispersion.prior");
            assertThat(violation.description()).contains("truncate it");
        });
    }

    @Test
    void particlesNeedAPriorOfEveryUnknownParameter() {
        assertThat(SpecTexts.violations(SpecTexts.parsed(RIGHT.replace(FORM, "belief { particles { } }"))))
                .extracting(Violation::field).containsExactly("model.formula.parameters.a",
                        "model.formula.parameters.b", "model.formula.parameters.mu",
                        "model.formula.parameters.sigma");
    }

    private static ResolvedSpec accepted(String text) {
        return switch (SpecResolver.resolve(SpecTexts.parsed(text), BUDGET_BYTES)) {
            case Resolution.Accepted(ResolvedSpec spec) -> spec;
            case Resolution.Refused(List<Violation> violations) ->
                throw new AssertionError(violations.toString());
        };
    }
}
