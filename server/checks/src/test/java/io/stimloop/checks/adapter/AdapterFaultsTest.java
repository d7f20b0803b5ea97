package io.stimloop.checks.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import io.stimloop.checks.CheckResult;
import java.io.IOException;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class AdapterFaultsTest {
    @Test
    void theOutputIsOffInTimeWhateverHappensToTheServer() throws IOException, InterruptedException {
        CheckResult result = AdapterFaults.run(20);
        assertThat(result.cases()).isEqualTo(20);
        assertThat(result.failures()).as(result.toString()).isZero();
        assertThat(result.figures().get("tried")).asString().contains("KILLED=1", "FROZEN=", "RIG_DEAF=",
                "SERVER_DEAF=", "CUT=");
    }

    @Test
    void theStopButtonIsAnsweredWhenTheStimulatorIsSafe() throws IOException, InterruptedException {
        CheckResult result = StopTimes.run(1, 0);
        assertThat(result.cases()).isEqualTo(1);
        assertThat(result.figures().get("millisMax")).asInstanceOf(InstanceOfAssertFactories.DOUBLE)
                .isLessThan(1_000);
    }
}
