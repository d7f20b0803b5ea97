package io.stimloop.gateway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Commands as a person or a script types them. */
final class CommandLineTest {
    private static final String SMALL_EXPERIMENT = """
            name: small
            seed: 3
            neurons: [{name: n}]
            stimulus:
              dimensions:
                - {name: direction, unit: deg, periodic: true, values: {from: 0, to: 315, count: 8}}
            model:
              tuningCurve:
                shape: CIRCULAR_GAUSSIAN
                noise: {poisson: {}}
                parameters:
                  baseline: {from: 0.5, to: 8, count: 4}
                  amplitude: {from: 2, to: 40, count: 8}
                  preferred: {from: 0, to: 345, count: 24}
                  width: {from: 15, to: 60, count: 4}
            planner: {search: {}, deadline: 5s}
            stopping: {maxTrials: 200}
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private Path file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    @Test
    void demoLearnsWhatTheSimulatedNeuronReallyIs() {
        Typed demo = Typed.command("demo", "--trials", "60", "--seed", "1", "--json");
        assertThat(demo.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(demo.err()).matches("the operator's page: http://127.0.0.1:\\d+/\\R");
        JsonNode summary = demo.json();
        assertThat(summary.get("trials").asInt()).isEqualTo(60);
        assertThat(summary.get("entropyNats").asDouble()).isBetween(0.0, 4.0);
        assertThat(summary.get("decision").get("p99Micros").asDouble())
                .isGreaterThanOrEqualTo(summary.get("decision").get("p50Micros").asDouble());
        assertThat(summary.get("decision").get("skipped").asInt()).isZero();
        assertThat(summary.get("decision").get("sources").properties().stream()
                .mapToInt(source -> source.getValue().asInt()).sum()).isEqualTo(60);
        assertThat(summary.get("decision").get("last").asString()).contains(" scored");
        JsonNode preferred = parameter(summary, "preferred");
        assertThat(preferred.get("truth").asDouble()).isEqualTo(137);
        assertThat(preferred.get("mean").asDouble()).isBetween(127.0, 147.0);
        assertThat(preferred.get("sd").asDouble()).isLessThan(12);
    }

    private static JsonNode parameter(JsonNode summary, String name) {
        for (JsonNode parameter : summary.get("parameters")) {
            if (parameter.get("name").asString().equals(name)) {
                return parameter;
            }
        }
        throw new AssertionError("no parameter " + name + " in " + summary);
    }

    @Test
    void simulatedRigTakesItsTruthFromTheCommandLineAndItsLengthFromTheFile() throws IOException {
        Path experiment = file("small.yaml", SMALL_EXPERIMENT.replace("maxTrials: 200", "maxTrials: 40"));
        Typed run = Typed.command("rig", "simulated", "--experiment", experiment.toString(), "--truth",
                "preferred=200",
                "--truth", "amplitude=30", "--seed", "5", "--json");
        assertThat(run.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(run.json().get("trials").asInt()).isEqualTo(40);
        assertThat(parameter(run.json(), "preferred").get("mean").asDouble()).isBetween(190.0, 210.0);
        assertThat(parameter(run.json(), "amplitude").get("truth").asDouble()).isEqualTo(30);
    }

    @Test
    void recordedRigPrintsThePredictedCurveAndLeavesARecord() throws IOException {
        StringBuilder csv = new StringBuilder(
                "neuron,direction_deg,dispersion,contrast,repeat,spike_count,duration_s\n");
        for (int direction = 0; direction < 360; direction += 45) {
            for (int repeat = 0; repeat < 4; repeat++) {
                int count = direction == 90 ? 30 + repeat : 3 + repeat;
                csv.append(String.format(Locale.ROOT, "cell,%d,0,1.0,%d,%d,1.0%n", direction, repeat, count));
            }
        }
        Path experiment = file("small.yaml", SMALL_EXPERIMENT);
        Path data = folder.resolve("data");
        Typed run = Typed.command("rig", "recorded", "--csv", file("cells.csv", csv.toString()).toString(),
                "--neuron",
                "cell", "--experiment", experiment.toString(), "--trials", "24", "--data", data.toString(),
                "--json");
        assertThat(run.exitCode()).isEqualTo(ExitCode.DONE);
        JsonNode curve = run.json().get("curve");
        assertThat(curve).hasSize(8);
        assertThat(curve.get(2).get("stimulus").asDouble()).isEqualTo(90);
        assertThat(curve.get(2).get("mean").asDouble()).isBetween(22.0, 40.0);
        assertThat(curve.get(2).get("lower").asDouble()).isLessThan(curve.get(2).get("upper").asDouble());
        assertThat(parameter(run.json(), "preferred").get("truth")).isNull();
        assertThat(recordedLines(data)).hasSize(48).first().asString()
                .startsWith("{\"present\":{\"trial\":\"1\"");
    }

    private static List<String> recordedLines(Path data) throws IOException {
        try (var files = Files.walk(data)) {
            Path trials = files.filter(path -> path.endsWith("trials.jsonl")).findFirst().orElseThrow();
            return Files.readAllLines(trials);
        }
    }

    @Test
    void validateSaysWhichFileIsWrongAndWhere() throws IOException {
        Path right = file("right.yaml", SMALL_EXPERIMENT);
        Path wrong = file("wrong.yaml",
                SMALL_EXPERIMENT.replace("to: 40", "to: 2").replace("seed: 3", "sead: 3"));
        assertThat(Typed.command("validate", right.toString()).exitCode()).isEqualTo(ExitCode.DONE);
        Typed both = Typed.command("validate", right.toString(), wrong.toString());
        assertThat(both.exitCode()).isEqualTo(ExitCode.INVALID_SPEC);
        assertThat(both.out()).contains(right + ": valid");
        assertThat(both.err()).contains(wrong + ":2:1: sead: ").contains("seed")
                .contains(": model.tuningCurve.parameters.amplitude.to: ");
    }

    @Test
    void aWrongCommandLineIsAUsageError() {
        assertThat(Typed.command("demo", "--trails", "3").exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(Typed.command().exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(Typed.command("rig").exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(Typed.command("rig", "simulated", "--experiment", "x", "--server", "nowhere").exitCode())
                .isEqualTo(ExitCode.USAGE);
    }

    @Test
    void whatTheEnvironmentLacksHasItsOwnExitCode() throws IOException {
        assertThat(Typed.command("validate", folder.resolve("none.yaml").toString()).exitCode())
                .isEqualTo(ExitCode.ENVIRONMENT);
        Path experiment = file("small.yaml", SMALL_EXPERIMENT);
        Typed noServer = Typed.command("rig", "simulated", "--experiment", experiment.toString(), "--server",
                "127.0.0.1:1", "--json");
        assertThat(noServer.exitCode()).isEqualTo(ExitCode.ENVIRONMENT);
        assertThat(noServer.err()).contains("127.0.0.1:1");
        assertThat(noServer.out()).isEmpty();
    }

    @Test
    void anUnknownNeuronIsAnInvalidExperiment() throws IOException {
        Path csv = file("cells.csv", """
                neuron,direction_deg,dispersion,contrast,repeat,spike_count,duration_s
                cell,0,0,1.0,0,3,1.0
                """);
        Typed run = Typed.command("rig", "recorded", "--csv", csv.toString(), "--neuron", "other",
                "--experiment",
                file("small.yaml", SMALL_EXPERIMENT).toString());
        assertThat(run.exitCode()).isEqualTo(ExitCode.INVALID_SPEC);
        assertThat(run.err()).contains("other").contains("cell");
    }
}
