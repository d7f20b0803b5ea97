package io.stimloop.gateway.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ShippedExperimentsTest {
    private static final Path FOLDER = Path.of("../../config/experiments");

    /** What a careless or hostile editor may type. */
    private static final List<String> SCRAPS = List.of(":", "- ", "[", "]", "{", "}", "\n", " ", "\t", "#",
            "'", "\"",
            "&a ", "*a", "!!set ", "? ", "|", "%", "null", "-1", "1e400", ".nan", "99999999999999999999",
            "50ms",
            "values", "from", "\u0000", "\ufeff", "\ud83d\ude00", "<<: ", "---\n");

    @Test
    void everyShippedExperimentIsRight() throws IOException {
        assertThat(files()).hasSizeGreaterThanOrEqualTo(3).allSatisfy(file -> assertThat(
                Readings.faults(ExperimentFile.read(file, Readings.BUDGET_BYTES))).isEmpty());
    }

    @Test
    void everyShippedExperimentIsWithinTheBuiltInLimits() throws IOException {
        for (Path file : files()) {
            assertThat(Readings.faults(
                    ExperimentFile.read(file, LimitsFile.builtIn(), Readings.BUDGET_BYTES))).isEmpty();
        }
    }

    @Test
    void everyShippedExperimentIsNamedAsItsFile() throws IOException {
        for (Path file : files()) {
            ExperimentFile.Accepted reading = (ExperimentFile.Accepted) ExperimentFile.read(file,
                    Readings.BUDGET_BYTES);
            assertThat(file.getFileName()).hasToString(reading.spec().name() + ".yaml");
        }
    }

    @Test
    void noMutationOfAShippedExperimentMakesTheReaderThrow() throws IOException {
        List<Path> files = files();
        for (long seed = 1; seed <= 150; seed++) {
            String text = Files.readString(files.get((int) (seed % files.size())), StandardCharsets.UTF_8);
            String mutated = mutated(text, new Random(seed));
            try {
                assertThat(Readings.read(mutated)).isNotNull();
            } catch (RuntimeException | StackOverflowError e) {
                throw new AssertionError("seed " + seed + "\n" + mutated, e);
            }
        }
    }

    private static String mutated(String text, Random random) {
        StringBuilder mutated = new StringBuilder(text);
        for (int i = 0; i < 1 + random.nextInt(4); i++) {
            int start = random.nextInt(mutated.length());
            int end = Math.min(mutated.length(), start + random.nextInt(12));
            String scrap = SCRAPS.get(random.nextInt(SCRAPS.size()));
            mutated.replace(start, random.nextBoolean() ? start : end, scrap);
        }
        return mutated.toString();
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
        }
    }
}
