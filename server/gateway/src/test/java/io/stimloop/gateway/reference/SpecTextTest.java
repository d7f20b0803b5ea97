package io.stimloop.gateway.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.stimloop.gateway.config.ExperimentFile;
import io.stimloop.v1.ExperimentSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Experiments as they are shown. */
class SpecTextTest {
    private static final long MEMORY = 1L << 34;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void whatIsShownReadsBackAsTheSameExperiment() throws IOException {
        for (Path file : examples()) {
            ExperimentSpec spec = read(file);
            for (boolean resolved : new boolean[]{false, true}) {
                String text = new SpecText(resolved, path -> resolved ? "from " + path : "").of(spec);
                Path shown = Files.writeString(folder.resolve("shown.yaml"), text);
                assertThat(read(shown)).as(text).isEqualTo(spec);
            }
        }
    }

    @Test
    void whatWasLeftOutIsToldByTheContractAndWhatWasNotChosenIsNot() throws IOException {
        ExperimentSpec spec = read(examples().stream()
                .filter(file -> file.getFileName().toString().equals("direction-tuning.yaml")).findFirst()
                .orElseThrow());
        String text = new SpecText(true, path -> "").of(spec.toBuilder().clearStopping().build());
        assertThat(text).contains("# stopping left out: when the operator finishes it\n",
                "# shortestTrial left out: the deadline\n").doesNotContain("# glm left out");
        assertThat(new SpecText(false, path -> "").of(spec)).doesNotContain("#");
    }

    private static List<Path> examples() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("../../config/experiments"))) {
            List<Path> found = files.sorted().toList();
            assertThat(found).hasSizeGreaterThan(10);
            return found;
        }
    }

    private static ExperimentSpec read(Path file) throws IOException {
        ExperimentFile.Reading reading = ExperimentFile.read(file, MEMORY);
        assertThat(reading).isInstanceOf(ExperimentFile.Accepted.class);
        return ((ExperimentFile.Accepted) reading).spec().original();
    }
}
