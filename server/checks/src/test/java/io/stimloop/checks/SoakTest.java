package io.stimloop.checks;

import static org.assertj.core.api.Assertions.assertThat;

import io.stimloop.checks.soak.SoakCheck;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SoakTest {
    @TempDir
    private Path folder;

    private static final int SECONDS = 60;
    private static final int ATTEMPTS = 3;

    /** The small size of {@code stimloop check soak}; again where the machine itself was too busy to tell. */
    @Test
    void eightRigsForAMinuteGetNoOutputLateAndLoseNoTrial() throws Exception {
        CheckResult result = new CheckResult(0, 1);
        for (int attempt = 1; attempt <= ATTEMPTS && !result.passed(); attempt++) {
            result = new SoakCheck(8, SECONDS)
                    .run(Files.createDirectory(folder.resolve("attempt-" + attempt)));
            assertThat(result.figures()).containsEntry("lostTrials", 0L).containsEntry("rigsCutOffOrStuck",
                    0L);
        }
        assertThat(result.cases()).as("%s", result).isGreaterThan(8 * 15 * SECONDS);
        assertThat(result.failures()).as("%s", result).isZero();
    }
}
