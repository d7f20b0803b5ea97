package io.stimloop.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SizedTrialsTest {
    @ParameterizedTest
    @ValueSource(strings = {"psychometric, 820 cells", "tuning curve, 4,096 cells", "glm, 100 weights",
            "rate map, 10 x 10 candidates", "1,000 particles"})
    void aBeliefOfEachFormLearnsAndChooses(String name) {
        SizedBelief belief = SizedBelief.named(name);
        SizedTrials trials = new SizedTrials(belief);
        for (int t = 0; t < 3; t++) {
            assertThat(trials.trial()).isBetween(0, belief.candidates().length - 1);
        }
    }
}
