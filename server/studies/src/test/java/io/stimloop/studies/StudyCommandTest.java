package io.stimloop.studies;

import static org.assertj.core.api.Assertions.assertThat;

import io.stimloop.gateway.cli.CommandFailure;
import io.stimloop.gateway.cli.CommandProvider;
import io.stimloop.gateway.cli.ExitCode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.ServiceLoader;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

final class StudyCommandTest {
    private static final String EXPERIMENT = """
            name: small
            neurons: [{name: n}]
            stimulus: {dimensions: [{name: x, values: {from: -4, to: 4, count: 9}}]}
            model:
              tuningCurve:
                shape: GAUSSIAN
                noise: {poisson: {}}
                parameters:
                  baseline: {values: [1]}
                  amplitude: {from: 5, to: 40, count: 6}
                  preferred: {from: -4, to: 4, count: 33}
                  width: {values: [0.7]}
            simulation: {parameters: {values: {baseline: 1, amplitude: 26, preferred: 1.25, width: 0.7}}}
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;
    @SuppressWarnings("NullAway.Init")
    private Path file;

    @BeforeEach
    void writeExperiment() throws IOException {
        file = folder.resolve("small.yaml");
        Files.writeString(file, EXPERIMENT, StandardCharsets.UTF_8);
    }

    @Test
    void theAnswerHasAnEntryPerPlannerAndCheckpoint() {
        JsonNode planners = run("--planners", "infomax,random", "--experiments", "20", "--trials", "12",
                "--checkpoints", "3,12", "--seed", "7").get("planners");
        assertThat(planners.size()).isEqualTo(2);
        assertThat(planners.get(0).get("name").asString()).isEqualTo("infomax");
        for (JsonNode planner : planners) {
            assertThat(planner.get("checkpoints").size()).isEqualTo(2);
            assertThat(planner.propertyNames()).containsExactly("name", "checkpoints");
            for (JsonNode at : planner.get("checkpoints")) {
                JsonNode error = at.get("error");
                assertThat(error.get("low").asDouble()).isLessThanOrEqualTo(error.get("median").asDouble());
                assertThat(error.get("median").asDouble()).isLessThanOrEqualTo(error.get("high").asDouble());
                assertThat(error.propertyNames()).containsExactly("mean", "median", "low", "high");
                assertThat(at.get("entropyNats").asDouble() + at.get("informationNats").asDouble())
                        .isCloseTo(Math.log(6 * 33), Assertions.within(1e-9));
            }
        }
        assertThat(last(planners.get(0)).get("informationNats").asDouble())
                .as("infomax has gained more than random after 12 trials")
                .isGreaterThan(last(planners.get(1)).get("informationNats").asDouble() + 0.2);
    }

    /** The claim of the experiment file, on a fifth of its experiments. */
    @Test
    void whereMovementIsLimitedThreeStepsAheadGainMoreThanOne() {
        file = Path.of("../../config/experiments/lookahead-movement.yaml");
        JsonNode planners = run("--planners", "search,lookahead:3", "--experiments", "40", "--trials", "30",
                "--checkpoints", "30").get("planners");
        assertThat(last(planners.get(0)).has("informationNatsToFirst")).isFalse();
        JsonNode difference = last(planners.get(1)).get("informationNatsToFirst");
        assertThat(difference.get("low").asDouble()).isGreaterThan(0.1);
        assertThat(difference.get("mean").asDouble())
                .isCloseTo(last(planners.get(1)).get("informationNats").asDouble()
                        - last(planners.get(0)).get("informationNats").asDouble(), Assertions.within(1e-9));
        assertThat(last(planners.get(1)).has("cost")).as("nothing costs anything").isFalse();
    }

    @Test
    void costsAreToldAndTakenOff() {
        file = Path.of("../../config/experiments/lookahead-switching.yaml");
        JsonNode ahead = last(run("--planners", "search,lookahead:2", "--experiments", "3", "--trials", "6",
                "--checkpoints", "6").get("planners").get(1));
        assertThat(ahead.get("cost").asDouble()).isBetween(0.0, 0.5);
        assertThat(ahead.get("netToFirst").propertyNames()).containsExactly("mean", "low", "high");
    }

    @Test
    void theNumberOfThreadsMakesNoDifference() {
        String[] study = {"--planners", "spec,balanced,sobol,uncertainty", "--experiments", "5", "--trials",
                "6"};
        assertThat(run(with(study, "--threads", "3"))).isEqualTo(run(with(study, "--threads", "1")));
    }

    @Test
    void theTrialsToACriterionAreTold() {
        JsonNode reached = run("--planners", "infomax", "--experiments", "10", "--trials", "20",
                "--criterion", "2")
                .get("planners").get(0).get("toCriterion");
        assertThat(reached.get("reached").asDouble()).isGreaterThan(0.5);
        assertThat(reached.get("median").asDouble()).isBetween(2.0, 20.0);
        JsonNode never = run("--planners", "random", "--experiments", "4", "--trials", "2", "--criterion",
                "1e-9")
                .get("planners").get(0).get("toCriterion");
        assertThat(never.get("reached").asDouble()).isZero();
        assertThat(never.get("median").asDouble()).isEqualTo(3);
    }

    @Test
    void thePictureHasALineForEachPlanner() throws IOException {
        Path svg = folder.resolve("study.svg");
        Path png = folder.resolve("study.png");
        run("--planners", "infomax,random", "--experiments", "3", "--trials", "5", "--picture",
                svg.toString());
        run("--planners", "infomax,random", "--experiments", "3", "--trials", "5", "--picture",
                png.toString());
        assertThat(Files.readString(svg, StandardCharsets.UTF_8)).startsWith("<?xml")
                .contains("stroke:rgb(0,114,178);stroke-width:2.2", "stroke:rgb(213,94,0);stroke-width:2.2")
                .doesNotContain("stroke:rgb(0,158,115)");
        assertThat(Files.readAllBytes(png)).startsWith(0x89, 'P', 'N', 'G');
    }

    @Test
    void theTableIsForPeopleAndProgressGoesToStandardError() {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exit = command(out, err).execute(file.toString(), "--planners", "balanced",
                "--experiments", "2", "--trials", "4");
        assertThat(exit).isZero();
        assertThat(err.toString()).contains("balanced: 1 of 2 experiments", "balanced: 2 of 2 experiments");
        assertThat(out.toString()).contains("balanced", "95% interval of the median").contains("       4 ");
    }

    @Test
    void wrongWordsAreToldAndExitWithTwo() {
        assertRefused("no planner: did you mean infomax?", "--planners", "infomx");
        assertRefused("no planner: did you mean lookahead:3?", "--planners", "lookahead:9");
        assertRefused("must end in .svg or .png", "--picture", "x.gif");
        assertRefused("--checkpoints: 9 must be above 0 and at most --trials (5)", "--trials", "5",
                "--checkpoints",
                "9");
        assertRefused("must be at least 1", "--experiments", "0");
    }

    @Test
    void anObjectiveThatTheSpecCannotHaveIsRefusedInItsWords() {
        StringWriter out = new StringWriter();
        CommandLine command = command(out, new StringWriter());
        command.setExecutionExceptionHandler((failure, line, parsed) -> {
            out.append(failure.getMessage());
            return failure instanceof CommandFailure known ? known.exitCode() : 1;
        });
        assertThat(command.execute(file.toString(), "--planners", "targetResponse", "--trials", "2"))
                .isEqualTo(ExitCode.INVALID_SPEC);
        assertThat(out.toString())
                .contains("--planners targetResponse: objective.targetResponse.target: has 0 values");
    }

    @Test
    void theProgramFindsTheCommand() {
        assertThat(ServiceLoader.load(CommandProvider.class))
                .extracting(provider -> provider.command().getClass())
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .contains(StudyCommand.class);
    }

    private void assertRefused(String words, String... options) {
        StringWriter err = new StringWriter();
        int exit = command(new StringWriter(), err).execute(with(new String[]{file.toString()}, options));
        assertThat(exit).isEqualTo(2);
        assertThat(err.toString()).contains(words);
    }

    private JsonNode run(String... options) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exit = command(out, err).execute(with(with(new String[]{file.toString()}, options), "--json"));
        assertThat(exit).as(err.toString()).isZero();
        return new ObjectMapper().readTree(out.toString());
    }

    private static CommandLine command(StringWriter out, StringWriter err) {
        return new CommandLine(new StudyCommand()).setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
    }

    private static JsonNode last(JsonNode planner) {
        JsonNode checkpoints = planner.get("checkpoints");
        return checkpoints.get(checkpoints.size() - 1);
    }

    private static String[] with(String[] words, String... more) {
        String[] all = Arrays.copyOf(words, words.length + more.length);
        System.arraycopy(more, 0, all, words.length, more.length);
        return all;
    }
}
