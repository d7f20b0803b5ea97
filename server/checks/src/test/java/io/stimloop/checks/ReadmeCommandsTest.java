package io.stimloop.checks;

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
    /** Calibration is a check of the studies. */
    private static final Pattern SHOWN = Pattern.compile("(?m)^\\./stimloop (check (?!calibration)[^\\n#]*)");

    @Test
    void everyCheckShownCanBeParsed() throws IOException {
        List<String> commands = SHOWN.matcher(Files.readString(Path.of("../../README.md"))).results()
                .map(shown -> shown.group(1).strip()).toList();
        assertThat(commands).hasSizeGreaterThan(4).allSatisfy(command -> assertThatCode(
                () -> Main.commandLine().parseArgs(command.split("\\s+"))).as(command)
                .doesNotThrowAnyException());
    }
}
