package io.stimloop.readme;

import static org.assertj.core.api.Assertions.assertThat;

import io.stimloop.gateway.config.ExperimentFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README shows and names. */
class ReadmeTest {
    /** A path in backticks or in a link: has a slash or a file's ending, and no blank or wildcard. */
    private static final Pattern PATH = Pattern
            .compile("`([\\w.-]+/[\\w./-]*|[\\w-]+\\.(?:md|xml|yaml))`|\\]\\(([^)#:]+)\\)");
    private static final Pattern CLASS = Pattern.compile("\\b(\\w+)/(\\w+)/([A-Z]\\w+)\\b");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void theRigInPythonHasAtMostThirtyLines() {
        assertThat(Readme.block("python", "Connect(").lines().count()).isLessThanOrEqualTo(30);
    }

    @Test
    void everyExperimentShownIsRight() throws IOException {
        List<String> files = Readme.blocks("yaml");
        assertThat(files).isNotEmpty();
        for (String text : files) {
            Path file = Files.writeString(folder.resolve("shown.yaml"), text);
            assertThat(ExperimentFile.read(file, Long.MAX_VALUE)).as(text)
                    .isInstanceOf(ExperimentFile.Accepted.class);
        }
    }

    @Test
    void theFaultsShownAreThoseOfTheFileShown() throws IOException {
        String wrong = Readme.block("text", "stopping: {maxTrails");
        Path file = Files.writeString(folder.resolve("wrong.yaml"), wrong);
        ExperimentFile.Refused refused = (ExperimentFile.Refused) ExperimentFile.read(file, Long.MAX_VALUE);
        String shown = Readme.block("text", "wrong.yaml:");
        assertThat(refused.faults().stream().map(Object::toString)
                .map(fault -> fault.replace(folder + "/", ""))).isEqualTo(shown.lines().toList());
    }

    @Test
    void everyFileNamedExists() {
        List<String> named = PATH.matcher(Readme.text()).results()
                .map(match -> match.group(1) == null ? match.group(2) : match.group(1)).distinct().toList();
        assertThat(named).hasSizeGreaterThan(10)
                .allSatisfy(name -> assertThat(Readme.root().resolve(name)).exists());
    }

    @Test
    void everyStepOfATrialIsAClassOfItsPackage() {
        List<String> steps = CLASS.matcher(Readme.block("text", "RigConversation")).results()
                .map(match -> match.group(1) + "/src/main/java/io/stimloop/" + match.group()).toList();
        assertThat(steps).hasSizeGreaterThanOrEqualTo(7).allSatisfy(
                step -> assertThat(Readme.root().resolve("server/" + step + ".java")).isRegularFile());
    }

    @Test
    void everyModuleIsNamed() throws IOException {
        try (Stream<Path> poms = Files.walk(Readme.root(), 3)) {
            List<String> modules = poms.filter(file -> file.endsWith("pom.xml"))
                    .map(file -> Readme.root().relativize(file.getParent()) + "/")
                    .filter(module -> !module.equals("/") && !module.contains("target")).toList();
            assertThat(modules).hasSizeGreaterThanOrEqualTo(9)
                    .allSatisfy(module -> assertThat(Readme.text()).contains("`" + module + "`"));
        }
    }
}
