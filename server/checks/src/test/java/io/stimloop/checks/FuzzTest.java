package io.stimloop.checks;

import static org.assertj.core.api.Assertions.assertThat;

import io.stimloop.checks.fuzz.FuzzCheck;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FuzzTest {
    @TempDir
    private Path folder;

    /** The small size of {@code stimloop check fuzz}. */
    @Test
    void whateverComesInIsTakenOrRefusedInWords() throws Exception {
        CheckResult result = FuzzCheck.run(10_000, 1, folder);

        assertThat(result.failures()).as("%s", result).isZero();
        assertThat((Long) result.figures().get("trialsOfTheRig")).as("right messages went on counting")
                .isGreaterThan(200);
    }
}
