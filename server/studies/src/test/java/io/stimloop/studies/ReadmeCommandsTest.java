package io.stimloop.studies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.stimloop.gateway.cli.Main;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ReadmeCommandsTest {
    private static final Pattern SHOWN = Pattern
            .compile("(?m)^\\./stimloop ((?:study|check calibration)(?:\\\\\\n|[^\\n#])*)");

    @Test
    void everyStudyAndCalibrationShownCanBeParsed() throws IOException {
        List<String> commands = SHOWN.matcher(Files.readString(Path.of("../../README.md"))).results()
                .map(shown -> shown.group(1).replace("\\\n", " ").strip()).toList();
        assertThat(commands).anyMatch(command -> command.startsWith("study "))
                .anyMatch(command -> command.startsWith("check calibration"))
                .allSatisfy(command -> assertThatCode(
                        () -> Main.commandLine().parseArgs(command.split("\\s+")))
                        .as(command).doesNotThrowAnyException());
    }
}
