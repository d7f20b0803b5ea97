package io.stimloop.gateway.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.stimloop.readme.Readme;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whether the commands in the README are commands of the program. */
class ReadmeCommandsTest {
    private static final String PROGRAM = "./stimloop ";

    /** Those of modules above this one, which are not on this class path. */
    private static final Set<String> ABOVE = Set.of("benchmark", "check", "export", "report", "study");

    @Test
    void everyCommandShownCanBeParsed() {
        List<String> commands = Stream.concat(shown(), mentioned()).toList();
        assertThat(commands).hasSizeGreaterThan(5).anyMatch(command -> command.startsWith("demo"));
        commands.stream().filter(command -> !ABOVE.contains(command.split("\\s+", 2)[0]))
                .forEach(command -> assertThatCode(
                        () -> Main.commandLine().parseArgs(command.split("\\s+"))).as(command)
                        .doesNotThrowAnyException());
    }

    /** Arguments of the commands in shell blocks, without comments. */
    private static Stream<String> shown() {
        return Readme.blocks("sh").stream().flatMap(block -> block.replace("\\\n", " ").lines())
                .filter(line -> line.startsWith(PROGRAM))
                .map(line -> line.substring(PROGRAM.length()).replaceAll("\\s+#.*", "").strip());
    }

    /** Arguments of the commands in sentences. */
    private static Stream<String> mentioned() {
        return Pattern.compile("`" + Pattern.quote(PROGRAM) + "([^`]+)`").matcher(Readme.text()).results()
                .map(mention -> mention.group(1));
    }

    @Test
    void everyCommandOfTheProgramIsShown() {
        assertThat(Main.commandLine().getSubcommands().keySet())
                .allSatisfy(command -> assertThat(Readme.text()).contains(PROGRAM + command));
    }

    @Test
    void everyExitCodeIsExplained() {
        List<Integer> codes = List.of(ExitCode.DONE, ExitCode.FAILED, ExitCode.USAGE, ExitCode.INVALID_SPEC,
                ExitCode.ENVIRONMENT, ExitCode.INTERNAL);
        assertThat(codes).allSatisfy(code -> assertThat(Readme.text()).contains("| " + code + " |"));
    }
}
