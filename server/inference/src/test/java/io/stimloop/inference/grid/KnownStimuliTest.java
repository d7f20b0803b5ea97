package io.stimloop.inference.grid;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whether a belief was told of the stimuli to come may change its speed, but not a bit of it. */
final class KnownStimuliTest {
    private static final int CANDIDATES = 6;

    @ParameterizedTest
    @MethodSource("io.stimloop.inference.grid.RandomCase#small")
    void stimuliThatWereExpectedTeachTheSame(RandomCase drawn) {
        double[][] candidates = drawn.candidates(CANDIDATES);
        GridBelief expecting = drawn.belief();
        GridBelief surprised = expecting.copy();
        expecting.predictor(candidates);
        GridBelief copy = expecting.copy();
        List<Trial> trials = new ArrayList<>(drawn.trials(CANDIDATES));
        for (int i = 0; i < CANDIDATES; i++) {
            trials.add(2 * i, new Trial(candidates[i][0], trials.get(i).count()));
        }
        for (Trial trial : trials) {
            double logProbability = trial.teach(surprised);
            assertThat(trial.teach(expecting)).as("%s", drawn).isEqualTo(logProbability);
            assertThat(trial.teach(copy)).as("%s", drawn).isEqualTo(logProbability);
        }
        for (GridBelief belief : List.of(expecting, copy)) {
            assertThat(belief.entropyNats()).as("%s", drawn).isEqualTo(surprised.entropyNats());
            assertThat(belief.marginals().toArray(double[][]::new)).as("%s", drawn)
                    .isDeepEqualTo(surprised.marginals().toArray(double[][]::new));
        }
    }
}
