package io.stimloop.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.stimloop.gateway.cli.CommandProvider;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

final class BenchmarkCommandTest {
    private static final String EXPERIMENT = """
            name: small
            neurons: [{name: n}]
            stimulus:
              dimensions:
                - {name: direction, unit: deg, periodic: true, values: {from: 0, to: 315, count: 8}}
            model:
              tuningCurve:
                shape: CIRCULAR_GAUSSIAN
                noise: {poisson: {}}
                parameters:
                  baseline: {from: 1, to: 9, count: 5}
                  amplitude: {from: 10, to: 50, count: 9}
                  preferred: {from: 0, to: 345, count: 24}
                  width: {from: 15, to: 45, count: 3}
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private static JsonNode run(String... words) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exitCode = new CommandLine(new BenchmarkCommand()).setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err)).execute(words);
        assertThat(exitCode).as(err.toString()).isZero();
        return new ObjectMapper().readTree(out.toString());
    }

    @Test
    void theProgramFindsTheCommand() {
        assertThat(ServiceLoader.load(CommandProvider.class)).singleElement()
                .extracting(CommandProvider::command).isInstanceOf(BenchmarkCommand.class);
    }

    @Test
    void aGlmIsTimedWithItsCandidatesAndWithTheWholeBall() {
        JsonNode result = run("glm", "--sizes", "12", "--trials", "20", "--warm-up", "5", "--baseline-trials",
                "2",
                "--json");
        assertThat(result.get("cases")).hasSize(2);
        for (JsonNode timed : result.get("cases")) {
            assertThat(timed.get("name").asString()).startsWith("d = 12, 1,000 candidates");
            assertThat(timed.get("medianMicros").asDouble()).isPositive();
            assertThat(timed.get("p99Micros").asDouble())
                    .isGreaterThanOrEqualTo(timed.get("medianMicros").asDouble());
            assertThat(timed.get("baselineMicros").asDouble()).isPositive();
            assertThat(timed.get("bytesPerTrial").asDouble()).isNotNegative();
        }
    }

    @Test
    void aMapIsTimedWithItsObjectives() {
        JsonNode result = run("map", "--side", "6", "--seen", "10", "--trials", "5", "--warm-up", "2",
                "--baseline-trials", "1", "--json");
        assertThat(result.get("cases")).hasSize(3);
        for (JsonNode timed : result.get("cases")) {
            assertThat(timed.get("name").asString()).startsWith("6 x 6, 10 trials seen, ");
            assertThat(timed.get("medianMicros").asDouble()).isPositive();
            assertThat(timed.get("p99Micros").asDouble())
                    .isGreaterThanOrEqualTo(timed.get("medianMicros").asDouble());
            assertThat(timed.get("baselineMicros").asDouble()).isPositive();
            assertThat(timed.get("bytesPerTrial").asDouble()).isNotNegative();
        }
    }

    @Test
    void aPsychometricFunctionIsTimedOnASmallAndALargeGrid() {
        JsonNode result = run("psychometric", "--trials", "70", "--warm-up", "5", "--baseline-trials", "1",
                "--json");
        assertThat(result.get("cases")).hasSize(2);
        for (JsonNode timed : result.get("cases")) {
            assertThat(timed.get("p99Micros").asDouble())
                    .isGreaterThanOrEqualTo(timed.get("medianMicros").asDouble());
            assertThat(timed.get("baselineMicros").asDouble()).isPositive();
        }
    }

    @Test
    void thePlannerIsMeasuredInEveryRespect() {
        JsonNode result = run("planner", "--trials", "200", "--reactions", "3", "--trial-millis", "20",
                "--cells", "5",
                "--population-trials", "2", "--json");
        assertThat(result.get("trials").asLong()).isEqualTo(200);
        assertThat(result.get("lost").asLong()).isZero();
        assertThat(result.get("missed").asLong()).isBetween(result.get("late").asLong(), 200L);
        assertThat(result.get("foreseenShare").asDouble()).isBetween(0.0, 1.0);
        assertThat(result.get("reactionRatioP50").asDouble()).isPositive();
        assertThat(result.get("parallelEfficiency").asDouble()).isPositive();
        assertThat(result.get("schedulingMicros").asDouble()).isPositive();
        assertThat(result.get("populationWith").asDouble()).isBetween(0.0, 1.0 + 1e-9);
    }

    @Test
    void aPopulationIsTimed() {
        JsonNode result = run("population", "--neurons", "20", "--trials", "25", "--warm-up", "2",
                "--baseline-trials", "2", "--json");
        JsonNode timed = result.get("cases").get(0);
        assertThat(timed.get("name").asString()).isEqualTo("20 neurons, 2,000 points, 16 stimuli, 2 threads");
        assertThat(timed.get("medianMicros").asDouble()).isPositive();
        assertThat(timed.get("p99Micros").asDouble())
                .isGreaterThanOrEqualTo(timed.get("medianMicros").asDouble());
        assertThat(timed.get("baselineMicros").asDouble()).isPositive();
        assertThat(timed.get("bytesPerTrial").asDouble()).isNotNegative();
    }

    @Test
    void aSpecsSearchAndBalancedBlocksLearnARecordedCellThatObeysTheModel() throws IOException {
        Path experiment = Files.writeString(folder.resolve("small.yaml"), EXPERIMENT);
        JsonNode result = run("recorded", "--csv", recording(30).toString(), "--experiment",
                experiment.toString(), "--seeds", "3", "--json");
        assertThat(result.get("curves")).hasSize(2);
        assertThat(result.get("curves").get(0).get("planner").asString()).isEqualTo("infomax");
        assertThat(result.get("curves").get(1).get("planner").asString()).isEqualTo("balanced");
        for (JsonNode curve : result.get("curves")) {
            assertThat(curve.get("experiment").asString()).isEqualTo("small");
            assertThat(curve.get("contrast").asDouble()).isEqualTo(1);
            assertThat(curve.get("errors")).hasSize(6);
            assertThat(curve.get("errors").get(5).get("trials").asInt()).isEqualTo(96);
            assertThat(curve.get("errors").get(5).get("median").asDouble()).isBetween(0.0, 0.1);
        }
    }

    @Test
    void aRecordedCellWithoutAnyTuningHasNoErrorAndIsSaidToHaveNone() throws IOException {
        Path experiment = Files.writeString(folder.resolve("small.yaml"), EXPERIMENT);
        JsonNode result = run("recorded", "--csv", recording(0).toString(), "--experiment",
                experiment.toString(), "--contrasts", "1.0,0.5", "--seeds", "3", "--json");
        assertThat(result.get("curves")).isEmpty();
        assertThat(result.get("cells")).hasSize(2);
        for (JsonNode cell : result.get("cells")) {
            assertThat(cell.get("spread").asDouble()).isZero();
            assertThat(cell.get("standardError").isNull()).isTrue();
        }
    }

    /** Five repeats of eight directions at two contrasts. */
    private Path recording(double amplitude) throws IOException {
        StringBuilder csv = new StringBuilder(
                "neuron,direction_deg,dispersion,contrast,repeat,spike_count,duration_s\n");
        for (String contrast : List.of("1.0", "0.5")) {
            for (int direction = 0; direction < 360; direction += 45) {
                double distance = Math.toRadians(direction - 90);
                double rate = 3
                        + amplitude * Math.exp((Math.cos(distance) - 1) / Math.pow(Math.toRadians(30), 2));
                for (int repeat = 0; repeat < 5; repeat++) {
                    long count = Math.max(0, Math.round(rate + (repeat - 2) * Math.sqrt(rate) / 2));
                    csv.append(String.format(Locale.ROOT, "cell,%d,0,%s,%d,%d,1.0%n", direction, contrast,
                            repeat, count));
                }
            }
        }
        return Files.writeString(folder.resolve("cells.csv"), csv);
    }

    @Test
    void whatTimeBuysIsMeasuredForEachMethodInEachSpace() {
        JsonNode result = run("anytime", "--quick", "--json");
        assertThat(result.get("cases")).hasSizeGreaterThan(6);
        for (JsonNode timed : result.get("cases")) {
            assertThat(timed.get("space").asString()).isNotEmpty();
            assertThat(timed.get("method").asString()).isNotEmpty();
            assertThat(timed.get("points")).hasSize(2).allSatisfy(point -> {
                assertThat(point.get("micros").asLong()).isPositive();
                assertThat(point.get("utility").asDouble()).isBetween(0.0, 1.0);
            });
            assertThat(timed.get("final").asDouble())
                    .isEqualTo(timed.get("points").get(1).get("utility").asDouble());
            assertThat(timed.has("millisTo99Percent")).isTrue();
        }
    }
}
