package io.stimloop.gateway.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What someone types who begins. */
class FirstStepsTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void initWritesAFileThatRunsAndNeverWritesOverOne() throws IOException {
        Path file = folder.resolve("mine.yaml");
        Typed init = Typed.command("init", file.toString(), "--yes");
        assertThat(init.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(init.out()).contains("stimloop rig simulated --experiment " + file);
        Typed run = Typed.command("rig", "simulated", "--experiment", file.toString(), "--trials", "20",
                "--json");
        assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.DONE);
        assertThat(run.json().get("trials").asInt()).isEqualTo(20);
        String before = Files.readString(file);
        Typed again = Typed.command("init", file.toString(), "--yes");
        assertThat(again.exitCode()).isEqualTo(ExitCode.ENVIRONMENT);
        assertThat(again.err()).contains(file + ": is there already");
        assertThat(Files.readString(file)).isEqualTo(before);
    }

    @Test
    void aQuestionIsAskedAgainUntilItsAnswerMakesSense() {
        StringWriter out = new StringWriter();
        Questions questions = new Questions(new BufferedReader(new StringReader("seven\n\nx\ny\nz\n")),
                new PrintWriter(out));
        assertThat(questions.<Integer>ask("How many?", "9", Integer::valueOf)).isEqualTo(9);
        assertThat(out.toString()).contains("How many? [9] ", "  seven: ");
        assertThatThrownBy(() -> questions.<Integer>ask("And now?", "9", Integer::valueOf))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("And now?: no answer that makes sense");
        assertThat(questions.<Integer>ask("At the end?", "4", Integer::valueOf)).isEqualTo(4);
    }

    @Test
    void theDoctorTellsWhatItFoundAndHowFastTheLoopIs() {
        Typed doctor = Typed.command("doctor", "--data", folder.toString(), "--json");
        assertThat(doctor.exitCode()).as(doctor.err()).isEqualTo(ExitCode.DONE);
        JsonNode page = doctor.json();
        assertThat(page.get("checks").valueStream().map(check -> check.get("name").asString()))
                .containsExactly("java", "java options", "processors", "load", "processor frequency", "clock",
                        "timer", "disk sync", "disk space", "ports");
        assertThat(page.get("checks").valueStream().map(check -> check.get("status").asString()))
                .containsAnyOf("ok").allMatch(status -> status.equals("ok") || status.equals("warning"));
        JsonNode loop = page.get("loop");
        assertThat(loop.get("p50Micros").asDouble()).isPositive()
                .isLessThanOrEqualTo(loop.get("p99Micros").asDouble());
        assertThat(loop.get("maxMicros").asDouble())
                .isGreaterThanOrEqualTo(loop.get("p99Micros").asDouble());
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void wrongWordsAreAnsweredWithTheOnesThatWereMeant() {
        assertThat(Typed.command("serv").err()).contains("Did you mean", "stimloop serve");
        assertThat(Typed.command("demo", "--trails", "5").err()).contains("--trials");
    }

    @Test
    void theCompletionKnowsEveryCommand() {
        String script = Typed.command("completion").out();
        assertThat(script).contains("complete -F _complete_stimloop -o default stimloop");
        Main.commandLine().getSubcommands().keySet()
                .forEach(command -> assertThat(script)
                        .contains("function _picocli_stimloop_" + command.replace("-", "") + "()"));
    }
}
