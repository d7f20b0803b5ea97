package io.stimloop.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LONG;

import io.stimloop.checks.kills.KillCheck;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The small size of {@code stimloop check kills}. */
class KillsTest {
    private static final int KILLS = 30;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void nothingAcknowledgedIsLostAndNoBitOfTheBeliefDiffersAfterThirtyKills()
            throws IOException, InterruptedException {
        CheckResult result = new KillCheck(KILLS, 1).run(folder);

        assertThat(result.cases()).isEqualTo(KILLS);
        assertThat(result.figures()).containsEntry("acknowledgedLost", 0L).containsEntry("durableLost", 0L)
                .containsEntry("beliefsDiffering", 0L);
        assertThat(result.figures().get("trials")).asInstanceOf(LONG).isGreaterThan((long) KILLS);
    }
}
