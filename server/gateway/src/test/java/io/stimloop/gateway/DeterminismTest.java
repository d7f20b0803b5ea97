package io.stimloop.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.stimloop.v1.Belief;
import io.stimloop.v1.Present;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The same spec, seed and outcomes give the same bits, however many threads search. */
class DeterminismTest {
    private static final int TRIALS = 25;

    /** Protobuf messages are equal when their doubles have the same bits. */
    private record Run(List<List<Double>> stimuli, List<Double> utilities, Belief belief) {}

    private static Run run(int threads, long seed) throws IOException {
        try (RunningServer server = RunningServer.withSearchThreads(threads)) {
            server.create("run", Specs.of(Specs.SEARCH, ""));
            SplittableRandom random = new SplittableRandom(seed);
            List<List<Double>> stimuli = new ArrayList<>();
            List<Double> utilities = new ArrayList<>();
            RawRig rig = server.rig("run", "rig");
            Present present = rig.awaitPresent();
            for (int trial = 0; trial < TRIALS; trial++) {
                stimuli.add(present.getStimulusList());
                utilities.add(present.getDecision().getUtility());
                present = rig.answer(present, random.nextInt(18));
            }
            return new Run(stimuli, utilities, server.belief("run"));
        }
    }

    @Test
    void oneThreadAndTwoDecideAndBelieveTheSameBits() throws IOException {
        Run one = run(1, 3);

        assertThat(run(2, 3)).isEqualTo(one);
        assertThat(one.belief().getTrials()).isEqualTo(TRIALS);
        assertThat(one.stimuli().stream().distinct().count()).isGreaterThan(1);
    }
}
