package io.stimloop.control.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** One bad spec for every rule: exactly one fault, at exactly its field. */
class SpecRulesTest {
    private static final String DIRECTIONS = "from: 0 to: 315 count: 8";
    private static final String WIDTHS = "from: 10 to: 60 count: 3";
    private static final String DIMENSION = "stimulus.dimensions[0]";
    private static final String VALUES = "stimulus.dimensions[0].values";
    private static final String WIDTH = "model.tuningCurve.parameters.width";

    @ParameterizedTest(name = "{2} {3} [{0}]")
    @MethodSource({"names", "stimuli", "spacedLevels", "listedLevels", "shapes", "parameters", "priors",
            "planners",
            "safety", "stopping", "objectives", "costs", "modelChecks"})
    void everyRuleIsBrokenInExactlyOnePlace(String newPiece, String insteadOf, String field,
            String description) {
        List<Violation> violations = SpecTexts.violations(SpecTexts.with(newPiece, insteadOf));

        assertThat(violations).singleElement().satisfies(violation -> {
            assertThat(violation.field()).isEqualTo(field);
            assertThat(violation.description()).contains(description);
        });
    }

    private static Stream<Arguments> names() {
        String tuning = "\"tuning\"";
        return Stream.of(
                arguments("\"\"", tuning, "name", "is missing"),
                arguments("\"a b\"", tuning, "name", "\"a b\" is no name: 1 to 64 characters"),
                arguments("\"..\"", tuning, "name", "do not begin with a dot"),
                arguments("\"a/b\"", tuning, "name", "A-Z a-z 0-9 . _ -"),
                arguments('"' + "n".repeat(65) + '"', tuning, "name", "1 to 64 characters"),
                arguments("", "neurons { name: \"cell\" }", "neurons", "has 0 entries: give from 1 to 1000"),
                arguments("neurons { name: \"a\" } neurons { name: \"a\" }", "neurons { name: \"cell\" }",
                        "neurons[1].name", "\"a\" names an earlier neuron too"),
                arguments("\"\"", "\"cell\"", "neurons[0].name", "is missing"));
    }

    private static Stream<Arguments> stimuli() {
        String dimension = "dimensions { name: \"direction\" unit: \"deg\" periodic: true";
        String rightSecond = "dimensions { name: \"contrast\" values { values: [0.5] } } ";
        return Stream.of(
                arguments(dimension.replace("direction", ""), dimension, DIMENSION + ".name", "is missing"),
                arguments("\"degrees of the circle\" period: 360", "\"deg\"", DIMENSION + ".unit",
                        "at most 16 characters"),
                arguments("unit: \"mW\"", "unit: \"deg\"", DIMENSION + ".period",
                        "only the units deg and rad"),
                arguments("period: 0 periodic: true", "periodic: true", DIMENSION + ".period",
                        "0 must be from 1e-12"),
                arguments("period: nan periodic: true", "periodic: true", DIMENSION + ".period",
                        "NaN must be from"),
                arguments("to: 360 count: 9", "to: 315 count: 8", VALUES,
                        "0 and 360 are the same angle (a turn is 360): leave one out; 9 values evenly over a turn go "
                                + "from 0 to 320"),
                arguments("values: [0, 90, 360]", DIRECTIONS, VALUES, "0 and 360 are the same angle"),
                arguments("period: 315 periodic: true", "periodic: true", VALUES,
                        "are the same angle (a turn is 315)"),
                arguments("max_step: 0 periodic: true", "periodic: true", DIMENSION + ".maxStep",
                        "0 must be from 1e-12"),
                arguments("max_step: 44 periodic: true", "periodic: true", DIMENSION + ".maxStep",
                        "44 is too small to get from 45 to 90"),
                arguments("values: [0, 10, 60, 70] } max_step: 45", DIRECTIONS + " }", DIMENSION + ".maxStep",
                        "45 is too small to get from 70 to 0"),
                arguments(rightSecond + dimension, dimension, "model.tuningCurve",
                        "exactly one stimulus dimension, stimulus.dimensions has 2"));
    }

    private static Stream<Arguments> spacedLevels() {
        return Stream.of(
                arguments("", DIRECTIONS, VALUES, "has no values: give {from: 0, to: 10, count: 11} or"),
                arguments("to: 315 count: 8", DIRECTIONS, VALUES + ".from", "is missing"),
                arguments("from: 0 count: 8", DIRECTIONS, VALUES + ".to", "is missing"),
                arguments("from: 0 to: 315", DIRECTIONS, VALUES + ".count", "is missing"),
                arguments("from: 10 to: 10 count: 3", WIDTHS, WIDTH + ".to",
                        "10 must exceed from (10); one known value is {values: [10]}"),
                arguments("from: 10 to: 9 count: 3", WIDTHS, WIDTH + ".to", "9 must exceed from (10)"),
                arguments("from: nan to: 60 count: 3", WIDTHS, WIDTH + ".from", "NaN must be from"),
                arguments("from: 10 to: inf count: 3", WIDTHS, WIDTH + ".to", "Infinity must be from"),
                arguments("from: 10 to: 60 count: 1", WIDTHS, WIDTH + ".count", "1 is too few: at least 2"),
                arguments("from: 10 to: 60 count: 4294967295", WIDTHS, WIDTH + ".count",
                        "4,294,967,295 values are too many: at most 100,000"),
                arguments("from: 10 to: 60 count: 3 spacing: 9", WIDTHS, WIDTH + ".spacing",
                        "9 is no value: use LINEAR or LOG"),
                arguments("from: 10 to: 10.000000000000002 count: 5", WIDTHS, WIDTH + ".count",
                        "too close for 5"),
                arguments(DIRECTIONS + " spacing: LOG", DIRECTIONS, VALUES + ".from", "0 must be above 0"));
    }

    private static Stream<Arguments> listedLevels() {
        return Stream.of(
                arguments("values: [1, 2] count: 2", WIDTHS, WIDTH,
                        "either from, to, count and spacing, or values"),
                arguments("values: [10, nan, 20]", WIDTHS, WIDTH + ".values[1]", "NaN must be from"),
                arguments("values: [10, inf]", WIDTHS, WIDTH + ".values[1]", "Infinity must be from"),
                arguments("values: [10, 10]", WIDTHS, WIDTH + ".values[1]",
                        "10 must exceed the value before it (10)"),
                arguments("values: [9, 8, 7, 6]", WIDTHS, WIDTH + ".values[1]", "(and 2 more like it)"),
                arguments("values: [" + upTo(100_001) + "]", WIDTHS, WIDTH + ".values",
                        "100,001 values are too many"));
    }

    private static String upTo(int count) {
        return String.join(",", IntStream.rangeClosed(1, count).mapToObj(Integer::toString).toList());
    }

    private static Stream<Arguments> shapes() {
        String shape = "shape: BIDIRECTIONAL";
        String noise = "noise { negative_binomial { dispersion { values: [0.1, 0.3] } } }";
        String dispersion = "model.tuningCurve.noise.negativeBinomial.dispersion";
        return Stream.of(
                arguments("", shape, "model.tuningCurve.shape",
                        "is missing: use GAUSSIAN, CIRCULAR_GAUSSIAN or BIDI"),
                arguments("shape: 9", shape, "model.tuningCurve.shape", "9 is no value"),
                arguments("", "periodic: true", "model.tuningCurve.shape",
                        "BIDIRECTIONAL needs a periodic dimension"),
                arguments("", noise, "model.tuningCurve.noise",
                        "is missing: use poisson: {} or negativeBinomial"),
                arguments("noise { negative_binomial { } }", noise, dispersion, "has no values"),
                arguments("values: [0]", "values: [0.1, 0.3]", dispersion + ".values[0]",
                        "0 must be from 1e-6 to"),
                arguments("count_ceiling: 0 " + shape, shape, "model.tuningCurve.countCeiling",
                        "0 must be from 1 to"),
                arguments("count_ceiling: 100001 " + shape, shape, "model.tuningCurve.countCeiling",
                        "100,001 must be"));
    }

    private static Stream<Arguments> parameters() {
        String parameters = "model.tuningCurve.parameters";
        String opposite = "parameters { key: \"opposite\" value { values: [0.5] } }";
        return Stream.of(
                arguments("", opposite, parameters + ".opposite", "is missing"),
                arguments("parameters { key: \"gain\" value { values: [1] } } " + opposite, opposite,
                        parameters + ".gain",
                        "is no parameter of this shape: known are baseline, amplitude, "),
                arguments("parameters { key: \"widths\" value { values: [1] } } " + opposite, opposite,
                        parameters + ".widths", "did you mean width?"),
                arguments("from: -1 to: 8 count: 3", "from: 0.5 to: 8 count: 3 spacing: LOG",
                        parameters + ".baseline.from", "-1 must be from 0 to 100,000"),
                arguments("to: 200000", "to: 32", parameters + ".amplitude.to",
                        "200,000 must be from 0 to 100,000"),
                arguments("from: 0 to: 60 count: 3", WIDTHS, WIDTH + ".from", "0 must be from 1e-12 to"),
                arguments("values: [-0.5]", "values: [0.5]", parameters + ".opposite.values[0]",
                        "-0.5 must be from 0"),
                arguments("to: 360 count: 12", "to: 330 count: 12", parameters + ".preferred",
                        "0 and 360 are the same angle"),
                arguments("to: 90000 count: 3", "to: 32 count: 3", parameters,
                        "are too large for tables of the counts: expected counts reach 97,272 (dispersion 0.3)"),
                arguments("from: 0 to: 1 count: 100000", "values: [0.5]", "model",
                        "MB with 8 candidate stimuli, the limit is 1000 MB"),
                arguments(
                        "from: 0 to: 1 count: 100000 } } parameters { key: \"width\" value { from: 1 to: 2 count: 100000",
                        "values: [0.5]", parameters, "cells: at most 2,147,483,647"));
    }

    private static Stream<Arguments> priors() {
        String prior = WIDTH + ".prior";
        return Stream.of(
                arguments(WIDTHS + " prior { normal { mean: 30 } }", WIDTHS, prior + ".normal.sd",
                        "0 must be from"),
                arguments(WIDTHS + " prior { normal { mean: nan sd: 1 } }", WIDTHS, prior + ".normal.mean",
                        "NaN"),
                arguments(WIDTHS + " prior { normal { mean: 500 sd: 10 } }", WIDTHS, prior + ".normal",
                        "has no mass on the parameter's values: the nearest is 44 sd away"),
                arguments(WIDTHS + " prior { log_normal { log_sd: 1 } }", WIDTHS, prior + ".logNormal.median",
                        "0 must be from 1e-12"),
                arguments(WIDTHS + " prior { log_normal { median: 30 log_sd: -1 } }", WIDTHS,
                        prior + ".logNormal.logSd", "-1 must be from 1e-12"),
                arguments(WIDTHS + " prior { log_normal { median: 1e9 log_sd: 0.1 } }", WIDTHS,
                        prior + ".logNormal",
                        "has no mass"),
                arguments("values: [0, 0.5] prior { log_normal { median: 1 log_sd: 1 } }", "values: [0.5]",
                        "model.tuningCurve.parameters.opposite.prior.logNormal",
                        "needs parameter values above 0, the first is 0"));
    }

    private static Stream<Arguments> planners() {
        String search = "search { }";
        String deadline = "nanos: 20000000";
        String balanced = "fallback: BALANCED";
        return Stream.of(
                arguments("", deadline, "planner.deadline", "0s must be above 0s and at most 60s"),
                arguments("nanos: -5", deadline, "planner.deadline", "-0.000000005s must be above 0s"),
                arguments("seconds: 60 nanos: 1", deadline, "planner.deadline",
                        "60.000000001s must be above 0s"),
                arguments("seconds: 9223372036854775807", deadline, "planner.deadline", "at most 60s"),
                arguments("seconds: 1 nanos: -1", deadline, "planner.deadline", "the same sign"),
                arguments("seconds: 1 nanos: 2000000000", deadline, "planner.deadline", "nanos below 1e9"),
                arguments("search { lookahead { } }", search, "planner.search.lookahead.steps",
                        "0 must be from 2 to 8"),
                arguments("search { lookahead { steps: 9 } }", search, "planner.search.lookahead.steps",
                        "9 must be from 2 to 8"),
                arguments("search { lookahead { steps: 2 candidates: 257 } }", search,
                        "planner.search.lookahead.candidates", "257 must be from 0 to 256"),
                arguments("search { lookahead { steps: 2 responses: 65 } }", search,
                        "planner.search.lookahead.responses", "65 must be from 0 to 64"),
                arguments("search { lookahead { steps: 8 candidates: 8 responses: 4 } }", search,
                        "planner.search.lookahead", "beliefs for a decision, the limit is 10,000,000"),
                arguments("sequence { }", search, "planner.sequence.stimuli", "is empty: list at least one"),
                arguments("sequence { stimuli { values: [1] } stimuli { values: [1, 2] } }", search,
                        "planner.sequence.stimuli[1]",
                        "has 2 values, give one for each dimension (direction)"),
                arguments("sequence { stimuli { values: [nan] } }", search, "planner.sequence.stimuli[0]",
                        "NaN must"),
                arguments(
                        "sequence { stimuli { values: [1] } stimuli { values: [400] } stimuli { values: [500] } }",
                        search, "planner.sequence.stimuli[1]",
                        "400 lies outside safety.limits.direction (0 to 360) (and 1 more like it)"),
                arguments("fallback: 9", balanced, "planner.fallback",
                        "9 is no value: use BALANCED, STIMULUS or BLANK"),
                arguments("fallback: STIMULUS", balanced, "planner.fallbackStimulus", "is missing"),
                arguments("fallback: BLANK fallback_stimulus: [90]", balanced, "planner.fallbackStimulus",
                        "is only for fallback STIMULUS, the fallback is BLANK"),
                arguments("fallback: STIMULUS fallback_stimulus: [90, 1]", balanced,
                        "planner.fallbackStimulus",
                        "has 2 values"),
                arguments("fallback: STIMULUS fallback_stimulus: [-inf]", balanced,
                        "planner.fallbackStimulus",
                        "-Infinity must be from"),
                arguments("fallback: STIMULUS fallback_stimulus: [361]", balanced, "planner.fallbackStimulus",
                        "361 lies outside safety.limits.direction (0 to 360)"));
    }

    private static Stream<Arguments> safety() {
        String limits = "min: 0 max: 360";
        String limit = "safety.limits.direction";
        return Stream.of(
                arguments("max: 360", limits, limit + ".min", "is missing"),
                arguments("min: 0", limits, limit + ".max", "is missing"),
                arguments("min: nan max: 360", limits, limit + ".min", "NaN must be from"),
                arguments("min: 0 max: inf", limits, limit + ".max", "Infinity must be from"),
                arguments("min: 9 max: 8", limits, limit + ".max", "8 must be at least min (9)"),
                arguments("key: \"directoin\"", "key: \"direction\"", "safety.limits.directoin",
                        "is no stimulus dimension: did you mean direction?"),
                arguments("min: 0 max: 200", limits, VALUES,
                        "3 of 8 values lie outside safety.limits.direction (0 to 200), the first is 225"),
                arguments("valid_for { }", "valid_for { seconds: 1 }", "safety.validFor", "at most 3600s"),
                arguments("lease { nanos: 49000000 }", "lease { seconds: 2 }", "safety.lease",
                        "0.049s must be from 0.05s to 3600s"));
    }

    private static Stream<Arguments> stopping() {
        String trials = "max_trials: 160";
        return Stream.of(
                arguments("max_trials: 18446744073709551615", trials, "stopping.maxTrials",
                        "18446744073709551615 is too many"),
                arguments("entropy_nats: nan", trials, "stopping.entropyNats", "NaN must be from -"),
                arguments("max_duration { }", trials, "stopping.maxDuration", "0s must be above 0s"),
                arguments("key: \"with\" value: 2", "key: \"width\" value: 2", "stopping.parameterSd.with",
                        "is no parameter of the model: did you mean width?"),
                arguments("key: \"width\" value: 0", "key: \"width\" value: 2", "stopping.parameterSd.width",
                        "0 must be from 1e-12"));
    }

    private static Stream<Arguments> objectives() {
        String infomax = "objective { infomax { } }";
        return Stream.of(
                arguments("objective { neuron_weights { key: \"cel\" value: 1 } }", infomax,
                        "objective.neuronWeights.cel", "is no neuron: did you mean cell?"),
                arguments("objective { neuron_weights { key: \"cell\" value: -1 } }", infomax,
                        "objective.neuronWeights.cell", "-1 must be from 0"),
                arguments("objective { minimum_variance { parameters { key: \"widht\" value: 1 } } }",
                        infomax,
                        "objective.minimumVariance.parameters.widht", "did you mean width?"),
                arguments("objective { minimum_variance { parameters { key: \"width\" value: 0 } } }",
                        infomax,
                        "objective.minimumVariance.parameters.width", "0 must be from 1e-12"),
                arguments("objective { minimum_determinant { parameters: \"gain\" } }", infomax,
                        "objective.minimumDeterminant.parameters[0]",
                        "\"gain\" is no parameter of the model"),
                arguments("objective { prediction_error { stimuli { values: [1, 2] } } }", infomax,
                        "objective.predictionError.stimuli[0]", "has 2 values, give one for each dimension"),
                arguments("objective { expected_improvement { margin: -1 } }", infomax,
                        "objective.expectedImprovement.margin", "-1 must be from 0"),
                arguments("objective { level_set { level: nan } }", infomax, "objective.levelSet.level",
                        "NaN must be from"),
                arguments("objective { target_response { target: [1, 2] } }", infomax,
                        "objective.targetResponse.target",
                        "has 2 values, give one for each of the 1 neurons"),
                arguments("objective { target_response { target: 1 exploration: -1 } }", infomax,
                        "objective.targetResponse.exploration", "-1 must be from 0"));
    }

    private static Stream<Arguments> costs() {
        String infomax = "objective { infomax { } }";
        return Stream.of(
                arguments("objective { cost { weight: -1 } }", infomax, "objective.cost.weight",
                        "-1 must be from 0"),
                arguments("objective { cost { weight: 1 per_switch: -2 } }", infomax,
                        "objective.cost.perSwitch",
                        "-2 must be from 0"),
                arguments("objective { cost { weight: 1 per_unit { key: \"contrast\" value: 1 } } }", infomax,
                        "objective.cost.perUnit.contrast", "is no stimulus dimension"),
                arguments("objective { cost { per_unit { key: \"total\" value: 1 } } }", infomax,
                        "objective.cost.perUnit.total", "is no stimulus dimension"),
                arguments("objective { cost { weight: 1 per_distance { key: \"direction\" value: -1 } } }",
                        infomax,
                        "objective.cost.perDistance.direction", "-1 must be from 0"));
    }

    private static Stream<Arguments> modelChecks() {
        String search = "search { }";
        String stopping = "stopping {";
        return Stream.of(
                arguments("search { balanced_share: 1.5 }", search, "planner.search.balancedShare",
                        "1.5 must be from 0 to 1"),
                arguments("model_check { false_alarm: 0 } stopping {", stopping, "modelCheck.falseAlarm",
                        "0 must be from 1e-9 to 0.5"),
                arguments("model_check { balanced_share: 2 } stopping {", stopping,
                        "modelCheck.balancedShare",
                        "2 must be from 0 to 1"),
                arguments("model_check { off: true balanced_share: 0.5 } stopping {", stopping,
                        "modelCheck.balancedShare", "is for a search whose model is checked"));
    }
}
