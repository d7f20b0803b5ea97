package io.stimloop.checks;

import static org.assertj.core.api.Assertions.assertThat;

import io.stimloop.checks.floods.FloodCheck;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FloodsTest {
    @TempDir
    private Path folder;

    private static final int ATTEMPTS = 3;

    /** The small size of {@code stimloop check floods}; again where the machine itself was too busy to tell. */
    @Test
    void threeKindsOfFloodsMakeNoOutputLateAndLoseNoTrial() throws Exception {
        CheckResult result = new CheckResult(0, 1);
        for (int attempt = 1; attempt <= ATTEMPTS && !result.passed(); attempt++) {
            result = new FloodCheck(3, 3_000, 2)
                    .run(Files.createDirectory(folder.resolve("attempt-" + attempt)));
            assertThat(result.figures()).containsEntry("lostTrials", 0L).containsEntry("serversDied", 0L)
                    .containsEntry("rigsCutOffOrStuck", 0L);
        }
        assertThat(result.cases()).as("trials beside the floods: %s", result).isGreaterThan(100);
        assertThat(result.failures()).as("%s", result).isZero();
    }
}
