package io.stimloop.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class SizedTrialsTest {
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.MATCH_ANY, names = ".*SMALL")
    void aBeliefOfEachFormLearnsAndChooses(SizedBelief belief) {
        SizedTrials trials = new SizedTrials(belief);
        for (int t = 0; t < 3; t++) {
            assertThat(trials.trial()).isBetween(0, belief.candidates().length - 1);
        }
    }
}
