package io.stimloop.checks;

import static org.assertj.core.api.Assertions.assertThat;

import io.stimloop.checks.floods.FloodCheck;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FloodsTest {
    @TempDir
    private Path folder;

    /** The small size of {@code stimloop check floods}. */
    @Test
    void threeKindsOfFloodsMakeNoOutputLateAndLoseNoTrial() throws Exception {
        CheckResult result = new FloodCheck(3, 3_000, 2).run(folder);

        assertThat(result.cases()).as("trials beside the floods: %s", result).isGreaterThan(100);
        assertThat(result.failures()).as("%s", result).isZero();
    }
}
