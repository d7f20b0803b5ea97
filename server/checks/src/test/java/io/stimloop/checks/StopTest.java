package io.stimloop.checks;

import static org.assertj.core.api.Assertions.assertThat;

import io.stimloop.checks.adapter.StopTimes;
import org.junit.jupiter.api.Test;

class StopTest {
    /** The small size of {@code stimloop check stop}; how long it takes is for a machine that does nothing else. */
    @Test
    void theStopButtonIsAnsweredWhenTheLightIsOff() throws Exception {
        CheckResult result = StopTimes.run(3, 1);
        assertThat(result.cases()).isEqualTo(3);
        assertThat(result.figures()).containsEntry("notSafe", 0).containsKey("millisP99");
    }
}
