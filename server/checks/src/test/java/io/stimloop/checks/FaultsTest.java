package io.stimloop.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LONG;

import io.stimloop.checks.faults.FaultCheck;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The small size of {@code stimloop check faults}. */
class FaultsTest {
    private static final int SEEDS = 200;

    @Test
    void nothingPromisedIsLostAndNoBitOfTheBeliefDiffersInTwoHundredLives() {
        CheckResult result = new FaultCheck(1, SEEDS).run();

        assertThat(result.figures()).containsEntry("failing", List.of());
        assertThat(result.failures()).isZero();
        assertThat(result.cases()).isEqualTo(SEEDS);
        assertThat(result.figures().get("trials")).asInstanceOf(LONG).isGreaterThan(10L * SEEDS);
    }

    @Test
    void theSameSeedGivesTheSameLifeAndAnotherSeedAnother() {
        CheckResult once = new FaultCheck(7, 3).run();

        assertThat(new FaultCheck(7, 3).run()).isEqualTo(once);
        assertThat(new FaultCheck(8, 3).run().figures().get("trace"))
                .isNotEqualTo(once.figures().get("trace"));
    }
}
