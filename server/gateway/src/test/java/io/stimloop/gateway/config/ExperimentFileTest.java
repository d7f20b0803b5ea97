package io.stimloop.gateway.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.google.protobuf.Descriptors.Descriptor;
import io.stimloop.control.spec.ResolvedSpec;
import io.stimloop.v1.ExperimentSpec;
import io.stimloop.v1.Fallback;
import io.stimloop.v1.Objective;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ExperimentFileTest {
    @Test
    void aRightFileIsReadAsItIsWritten() {
        ResolvedSpec spec = accepted(Readings.RIGHT + """
                seed: "18446744073709551615"
                objective: {infomax: }
                """);

        assertThat(spec.original().getSeed()).isEqualTo(-1);
        assertThat(spec.original().getObjective().getKindCase()).isEqualTo(Objective.KindCase.INFOMAX);
        assertThat(spec.original().getPlanner().getFallback()).isEqualTo(Fallback.BALANCED);
        assertThat(spec.planner().deadlineNanos()).isEqualTo(50_000_000);
        assertThat(spec.original().getModel().getTuningCurve().getParametersOrThrow("width").getValuesList())
                .containsExactly(10.0, 20.0, 30.0);
        assertThat(spec.stopping().maxTrials()).isEqualTo(160);
        assertThat(spec.candidates()).hasDimensions(8, 1);
    }

    @ParameterizedTest(name = "{2}")
    @MethodSource({"types", "names", "numbers", "durations", "rules"})
    void everyFaultHasItsPlaceItsFieldAndWhatWouldBeRight(String newPiece, String insteadOf, String fault) {
        assertThat(Readings.faultsWith(newPiece, insteadOf)).containsExactly("x.yaml:" + fault);
    }

    private static Stream<Arguments> types() {
        return Stream.of(
                arguments("name: 12", "name: tuning", "1:1: name: 12 is no text here: write \"12\""),
                arguments("name: [tuning]", "name: tuning", "1:1: name: must be a single value, is a list"),
                arguments("neurons: cell", "neurons: [{name: cell}]",
                        "2:1: neurons: must be a list, as in [a, b], is cell"),
                arguments("neurons: [cell]", "neurons: [{name: cell}]",
                        "2:11: neurons[0]: must be a group of fields (name), is cell"),
                arguments("periodic: yes", "periodic: true",
                        "7:7: stimulus.dimensions[0].periodic: must be true or false, is yes"),
                arguments("values: [10, [20], 30]", "values: [10, 20, 30]",
                        "17:28: model.tuningCurve.parameters.width.values[1]: must be a single value, is a list"),
                arguments("values: [10, null, 30]", "values: [10, 20, 30]",
                        "17:28: model.tuningCurve.parameters.width.values[1]: must be a single value, is nothing"),
                arguments("width: wide", "width: {values: [10, 20, 30]}",
                        "17:7: model.tuningCurve.parameters.width: must be a group of fields (from, to, count, "
                                + "spacing, values, prior), is wide"),
                arguments("safety: {limits: [1]}", "safety:",
                        "21:10: safety.limits: must be a group of named entries, is a list"),
                arguments("fallback: [BLANK]", "fallback: BALANCED",
                        "20:3: planner.fallback: must be a single value, is a list"));
    }

    private static Stream<Arguments> names() {
        return Stream.of(
                arguments("tunigCurve:", "tuningCurve:",
                        "10:3: model.tunigCurve: is unknown: did you mean tuningCurve?"),
                arguments("max_trials: 160", "maxTrials: 160",
                        "23:3: stopping.max_trials: is unknown: did you mean maxTrials?"),
                arguments("safety: {colour: red}", "safety:",
                        "21:10: safety.colour: is unknown: known are limits, validFor, lease, light, current, display or tighter"),
                arguments("{poisson: {mean: 3}}", "{poisson: {}}",
                        "12:23: model.tuningCurve.noise.poisson.mean: is unknown: no field is known here"),
                arguments("spacing: log", "spacing: LOG",
                        "14:46: model.tuningCurve.parameters.baseline.spacing: "
                                + "\"log\" is no value: use LINEAR or LOG"),
                arguments("fallback: FALLBACK_UNSPECIFIED", "fallback: BALANCED",
                        "20:3: planner.fallback: \"FALLBACK_UNSPECIFIED\" is no value: use BALANCED, STIMULUS or BLANK"),
                arguments("fallback: BALANCED\n  fallback: BLANK", "fallback: BALANCED",
                        "21:3: planner.fallback: is given twice, first in line 20: keep one"),
                arguments("search: {}\n  random: {}", "fallback: BALANCED",
                        "21:3: planner.random: excludes search, which is given too: keep one"),
                arguments("? [a, b]\n  : 3", "fallback: BALANCED",
                        "20:5: planner: has a key that is no name: write name: value"));
    }

    private static Stream<Arguments> numbers() {
        String count = "count: 12";
        String at = "16:37: model.tuningCurve.parameters.preferred.count: ";
        return Stream.of(
                arguments("count: -12", count, at + "-12 must be from 0 to 4294967295"),
                arguments("count: 4294967296", count, at + "4294967296 must be from 0 to 4294967295"),
                arguments("count: 1e999999999", count, at + "1e999999999 must be from 0 to 4294967295"),
                arguments("count: 12.5", count, at + "12.5 must be a whole number"),
                arguments("count: 1e-999999999", count, at + "1e-999999999 must be a whole number"),
                arguments("count: twelve", count, at + "must be a whole number, is twelve"),
                arguments("count: true", count, at + "must be a whole number, is true"),
                arguments("to: 330deg", "to: 330",
                        "16:28: model.tuningCurve.parameters.preferred.to: must be a number, is 330deg"),
                arguments("to: 1e400", "to: 330",
                        "16:28: model.tuningCurve.parameters.preferred.to: 1e400 is too large for a number"),
                arguments("to: .inf", "to: 330",
                        "16:28: model.tuningCurve.parameters.preferred.to: must be a number, is .inf"),
                arguments("maxTrials: 18446744073709551616", "maxTrials: 160",
                        "23:3: stopping.maxTrials: 18446744073709551616 must be from 0 to 18446744073709551615"));
    }

    private static Stream<Arguments> durations() {
        String right = "deadline: 0.050s";
        String at = "19:3: planner.deadline: ";
        return Stream.of(
                arguments("deadline: 50ms", right, at + "50ms is no duration in seconds: write 0.05s"),
                arguments("deadline: 2 min", right, at + "2 min is no duration in seconds: write 120s"),
                arguments("deadline: 50", right, at + "50 has no unit: write 50s, or for milliseconds 0.05s"),
                arguments("deadline: 0.05", right,
                        at + "0.05 has no unit: write 0.05s, or for milliseconds 0.00005s"),
                arguments("deadline: soon", right, at + "soon is no duration: write seconds, as in 0.050s"),
                arguments("deadline: 999999999999s", right,
                        at + "999999999999s is too long: at most 315576000000s"),
                arguments("deadline: {seconds: 1}", right,
                        at + "must be a duration, as in 0.050s, is a group of fields"),
                arguments("deadline: -1s", right, at + "-1s must be above 0s and at most 60s"));
    }

    private static Stream<Arguments> rules() {
        return Stream.of(
                arguments("values: [10, 20, 15]", "values: [10, 20, 30]",
                        "17:32: model.tuningCurve.parameters.width"
                                + ".values[2]: 15 must exceed the value before it (20)"),
                arguments("to: 315, count: 1", "to: 315, count: 8",
                        "8:34: stimulus.dimensions[0].values.count: 1 is too few: at least 2; one known value is "
                                + "{values: [3]}"),
                arguments("", "      width: {values: [10, 20, 30]}\n",
                        "13:5: model.tuningCurve.parameters.width: is missing: give its values, or one where it is "
                                + "known"),
                arguments("", "name: tuning\n",
                        "1:1: name: is missing: 1 to 64 characters of A-Z a-z 0-9 . _ - that do "
                                + "not begin with a dot"),
                arguments("width:", "width: {values: [10, 20, 30]}",
                        "17:7: model.tuningCurve.parameters.width: "
                                + "has no values: give {from: 0, to: 10, count: 11} or {values: [1, 2, 5]}"));
    }

    @Test
    void structuralAndSemanticFaultsAreReportedTogetherInTheOrderOfTheFile() {
        assertThat(Readings.faults("""
                name: my tuning
                sede: 7
                neurons: [{name: a}, {name: b, gain: 2}]
                stimulus:
                  dimensions:
                    - {name: direction, unit: deg, periodic: true, values: {from: 0, to: 360, count: 17}}
                model:
                  tuningCurve:
                    shape: BIDIRECTONAL
                    noise: {poisson: {}, negativeBinomial: {dispersion: {values: [0.1]}}}
                    parameters:
                      baseline: {from: 0.5, to: twenty, count: 8, spacing: LOG}
                      amplitude: {from: 2, to: 2, count: 15}
                      preferred: {from: 0, to: 345, count: -24}
                      width: {values: [10, 5, x]}
                      gain: {values: [1]}
                objective: infomax
                planner:
                  search: {}
                  deadline: 50ms
                  fallback: STIMULUS
                safety:
                  limits: {direction: {min: 0, max: 180}, contrast: {min: 0, max: 1}}
                  lease: 0.01s
                stopping: {maxTrials: 1.5, entropyNats: -2e12}
                """)).containsExactly(
                "x.yaml:1:1: name: \"my tuning\" is no name: 1 to 64 characters of A-Z a-z 0-9 . _ - that do not "
                        + "begin with a dot",
                "x.yaml:2:1: sede: is unknown: did you mean seed?",
                "x.yaml:3:32: neurons[1].gain: is unknown: known are name",
                "x.yaml:6:52: stimulus.dimensions[0].values: 0 and 360 are the same angle (a turn is 360): leave one "
                        + "out; 17 values evenly over a turn go from 0 to 338.8235294117647",
                "x.yaml:6:52: stimulus.dimensions[0].values: 8 of 17 values lie outside safety.limits.direction "
                        + "(0 to 180), the first is 202.5",
                "x.yaml:9:5: model.tuningCurve.shape: \"BIDIRECTONAL\" is no value: use GAUSSIAN, CIRCULAR_GAUSSIAN "
                        + "or BIDIRECTIONAL",
                "x.yaml:10:26: model.tuningCurve.noise.negativeBinomial: excludes poisson, which is given too: keep "
                        + "one",
                "x.yaml:11:5: model.tuningCurve.parameters.opposite: is missing: give its values, or one where it is "
                        + "known",
                "x.yaml:12:29: model.tuningCurve.parameters.baseline.to: must be a number, is twenty",
                "x.yaml:13:28: model.tuningCurve.parameters.amplitude.to: 2 must exceed from (2); one known value is "
                        + "{values: [2]}",
                "x.yaml:14:37: model.tuningCurve.parameters.preferred.count: -24 must be from 0 to 4294967295",
                "x.yaml:15:31: model.tuningCurve.parameters.width.values[2]: must be a number, is x",
                "x.yaml:16:7: model.tuningCurve.parameters.gain: is no parameter of this shape: known are baseline, "
                        + "amplitude, preferred, width or opposite",
                "x.yaml:17:1: objective: must be a group of fields (infomax, minimumVariance, minimumDeterminant, "
                        + "predictionError, uncertainty, probabilityOfImprovement, expectedImprovement, levelSet, "
                        + "targetResponse, cost, neuronWeights), is infomax",
                "x.yaml:18:1: planner.fallbackStimulus: is missing: fallback STIMULUS needs one, as in [90]",
                "x.yaml:20:3: planner.deadline: 50ms is no duration in seconds: write 0.05s",
                "x.yaml:23:43: safety.limits.contrast: is no stimulus dimension: known are direction",
                "x.yaml:24:3: safety.lease: 0.01s must be from 0.05s to 3600s",
                "x.yaml:25:12: stopping.maxTrials: 1.5 must be a whole number",
                "x.yaml:25:28: stopping.entropyNats: -2e12 must be from -1e12 to 1e12");
    }

    @Test
    void whatIsUnderAMisspeltKeyIsCheckedToo() {
        assertThat(Readings.faultsWith("stimullus:\n  dimensions:\n    - name: a b",
                "stimulus:\n  dimensions:\n"
                        + "    - name: direction"))
                .containsExactly("x.yaml:3:1: stimullus: is unknown: did you mean stimulus?",
                        "x.yaml:5:7: stimulus.dimensions[0].name: \"a b\" is no name: 1 to 64 characters of A-Z a-z "
                                + "0-9 . _ - that do not begin with a dot");
    }

    @Test
    void aFileThatCannotBeOpenedIsNotAFaultyFile(@TempDir Path folder) {
        Path missing = folder.resolve("missing.yaml");
        assertThatThrownBy(() -> ExperimentFile.read(missing, Readings.BUDGET_BYTES))
                .isInstanceOf(NoSuchFileException.class).hasMessageContaining("missing.yaml");
    }

    @Test
    void faultsNameTheFileAsTheUserDid(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("a.yaml");
        Files.writeString(file, "nam: x\n", StandardCharsets.UTF_8);

        assertThat(Readings.faults(ExperimentFile.read(file, Readings.BUDGET_BYTES)).getFirst())
                .startsWith(file + ":1:1: nam: is unknown: did you mean name?");
    }

    @Test
    void everyFieldOfASpecCanBeWrittenInAFile() {
        assertThat(unwritable(ExperimentSpec.getDescriptor(), new HashSet<>())).isEmpty();
    }

    private static List<String> unwritable(Descriptor type, Set<Descriptor> seen) {
        if (!seen.add(type)) {
            return List.of();
        }
        return type.getFields().stream().flatMap(field -> switch (field.getType()) {
            case FLOAT, BYTES, GROUP -> Stream.of(field.getFullName());
            case MESSAGE -> unwritable(field.getMessageType(), seen).stream();
            default -> Stream.of();
        }).toList();
    }

    private static ResolvedSpec accepted(String text) {
        ExperimentFile.Reading reading = Readings.read(text);
        assertThat(Readings.faults(reading)).isEmpty();
        return ((ExperimentFile.Accepted) reading).spec();
    }
}
