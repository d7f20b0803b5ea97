package io.stimloop.inference.points;

import static org.assertj.core.api.Assertions.assertThat;

import io.stimloop.inference.belief.BeliefState;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class GroupedTrialsTest {
    @Test
    void theSameResponseToTheSameStimulusIsCounted() {
        GroupedTrials trials = new GroupedTrials(PointFamily.COUNT);
        trials.add(new double[]{0}, 3);
        trials.add(new double[]{-0.0}, 3);
        trials.add(new double[]{0}, 4);
        assertThat(trials.distinct()).isEqualTo(2);
        assertThat(trials.groups().getFirst().times()).containsExactly(2, 1);
    }

    @Test
    void beyondTheMostThatAreToldApartTheNearestCounts() {
        GroupedTrials trials = full();
        assertThat(trials.warning()).isEmpty();
        trials.add(new double[]{10.4}, 8);
        assertThat(trials.distinct()).isEqualTo(GroupedTrials.MOST_DISTINCT);
        GroupedTrials.Group nearest = trials.groups().get(10);
        assertThat(nearest.stimulus()).containsExactly(10);
        assertThat(nearest.responses()).containsExactly(1);
        assertThat(nearest.times()).containsExactly(2);
        assertThat(trials.warning().orElseThrow()).contains("2 times").contains("4096 that are told apart");
    }

    @Test
    void whatIsToldApartAlreadyIsCountedForEver() {
        GroupedTrials trials = full();
        trials.add(new double[]{10}, 1);
        assertThat(trials.groups().get(10).times()).containsExactly(2);
        assertThat(trials.warning()).isEmpty();
    }

    @Test
    void aCopyAndTheStateKnowWhatWasNotToldApart() {
        GroupedTrials trials = full();
        trials.add(new double[]{-5}, 1);
        assertThat(trials.copy().warning()).isEqualTo(trials.warning());
        TreeMap<String, double[]> arrays = new TreeMap<>();
        trials.writeTo(arrays);
        GroupedTrials read = GroupedTrials.read(PointFamily.COUNT, new BeliefState("test", 1, 1, arrays));
        assertThat(read.warning()).isEqualTo(trials.warning());
        assertThat(read.distinct()).isEqualTo(trials.distinct());
    }

    private static GroupedTrials full() {
        GroupedTrials trials = new GroupedTrials(PointFamily.COUNT);
        for (int i = 0; i < GroupedTrials.MOST_DISTINCT; i++) {
            trials.add(new double[]{i}, 1);
        }
        return trials;
    }
}
