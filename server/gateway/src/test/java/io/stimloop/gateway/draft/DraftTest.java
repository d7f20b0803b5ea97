package io.stimloop.gateway.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stimloop.gateway.config.ExperimentFile;
import io.stimloop.gateway.config.LimitsFile;
import io.stimloop.numerics.random.Streams;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are made of answers. */
class DraftTest {
    private static final long MEMORY = 1L << 32;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void whateverIsAnsweredIsAValidExperiment() throws IOException {
        for (Kind kind : Kind.values()) {
            for (int seed = 0; seed < 40; seed++) {
                UniformRandomProvider random = Streams.of(seed, kind.word().length(), 1);
                double from = random.nextInt(2) == 0 ? kind.usual().from() : random.nextDouble() * 200 - 100;
                Dimension dimension = new Dimension("x.y-z_1", "\"spikes\\s: {a}#",
                        from, from + Math.pow(10, random.nextDouble() * 5 - 2), 2 + random.nextInt(99));
                Draft draft = new Draft(kind, "any", dimension, 1 + random.nextInt(300),
                        1 + random.nextInt(1_000), Math.pow(10, random.nextDouble() * 5 - 1));
                Path file = Files.writeString(folder.resolve("draft.yaml"), draft.text());
                ExperimentFile.Reading reading = ExperimentFile.read(file, LimitsFile.builtIn(), MEMORY);
                assertThat(reading).as("%s %s%n%s%n%s", kind, seed, draft.text(), reading)
                        .isInstanceOf(ExperimentFile.Accepted.class);
                assertThat(((ExperimentFile.Accepted) reading).spec().candidates())
                        .hasNumberOfRows(dimension.count());
            }
        }
    }

    @Test
    void theFileSaysWhatWasAnswered() {
        Draft draft = new Draft(Kind.TUNING, "cell-7",
                new Dimension("orientation", "deg", 0, 180, 9), 30, 77, 20);
        assertThat(draft.text()).contains("name: cell-7\n", "- name: orientation\n", "unit: deg\n",
                "values: {from: 0, to: 160, count: 9}", "180 is 0 again", "deadline: 0.02s",
                "stopping: {maxTrials: 77}", "limits: {orientation: {min: 0, max: 180}}");
    }

    @Test
    void whatMakesNoExperimentIsRefusedWithWhatWouldBeRight() {
        assertThatThrownBy(() -> new Dimension("x", "1", 3, 3, 9)).hasMessageContaining("must rise");
        assertThatThrownBy(() -> new Dimension("x", "1", 0, Double.NaN, 9)).hasMessageContaining("must rise");
        assertThatThrownBy(() -> new Dimension("x", "1", 0, 1, 1)).hasMessageContaining("at least 2");
        Dimension right = Kind.MAP.usual();
        assertThatThrownBy(() -> new Draft(Kind.MAP, "n", right, 0, 9, 50))
                .hasMessageContaining("1 to 10000");
        assertThatThrownBy(() -> new Draft(Kind.MAP, "n", right, 5, 0, 50))
                .hasMessageContaining("at least 1");
        assertThatThrownBy(() -> new Draft(Kind.MAP, "n", right, 5, 9, 0)).hasMessageContaining("above 0");
    }
}
