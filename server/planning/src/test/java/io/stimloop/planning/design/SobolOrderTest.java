package io.stimloop.planning.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SobolOrderTest {
    /** All combinations of so many levels in two dimensions, each level its own value. */
    private static double[][] product(int first, int second) {
        return IntStream.range(0, first * second)
                .mapToObj(i -> new double[]{Math.floorDiv(i, second), Math.floorMod(i, second)})
                .toArray(double[][]::new);
    }

    private static SobolOrder order(int first, int second, long seed) {
        return new SobolOrder(product(first, second), new int[]{first, second}, seed);
    }

    @Test
    void everyCandidateOfAProductOfPowersOfTwoComesOnceInEachBlock() {
        SobolOrder order = order(8, 4, 5);
        for (int block = 0; block < 4; block++) {
            int begin = block * 32;
            assertThat(IntStream.range(begin, begin + 32).mapToObj(i -> order.stimulus(i))
                    .distinct().count()).isEqualTo(32);
        }
    }

    @Test
    void everyLevelComesOnceInEachShortBlock() {
        SobolOrder order = order(8, 4, 6);
        for (int begin = 0; begin < 64; begin += 8) {
            assertThat(IntStream.range(begin, begin + 8).mapToDouble(i -> order.stimulus(i)[0]).distinct()
                    .count()).isEqualTo(8);
        }
        for (int begin = 0; begin < 64; begin += 4) {
            assertThat(IntStream.range(begin, begin + 4).mapToDouble(i -> order.stimulus(i)[1]).distinct()
                    .count()).isEqualTo(4);
        }
    }

    /** Pearson's statistic of 5 x 5 boxes after 100 trials, the mean of 20 seeds: 24 for random ones, by theory. */
    @Test
    void aProductOfOtherNumbersOfLevelsIsFilledMoreEvenlyThanAtRandom() {
        double sum = 0;
        for (long seed = 0; seed < 20; seed++) {
            SobolOrder order = order(10, 15, seed);
            int[] boxes = new int[25];
            for (int i = 0; i < 100; i++) {
                double[] stimulus = order.stimulus(i);
                boxes[(int) stimulus[0] / 2 * 5 + (int) stimulus[1] / 3]++;
            }
            sum += Arrays.stream(boxes).mapToDouble(n -> (n - 4.0) * (n - 4.0) / 4).sum();
        }
        assertThat(sum / 20).isLessThan(8);
    }

    @Test
    void candidatesThatAreNoCombinationsAreNamedByTheirIndex() {
        double[][] listed = {{3, 1}, {4, 1}, {5, 9}, {2, 6}};
        SobolOrder order = new SobolOrder(listed, new int[]{4}, 1);
        assertThat(IntStream.range(0, 4).mapToObj(i -> order.stimulus(i)).toArray())
                .containsExactlyInAnyOrder((Object[]) listed);
        assertThat(order.size()).isEqualTo(4);
    }

    @Test
    void aStimulusDependsOnSeedAndPositionOnly() {
        SobolOrder forwards = order(7, 9, 3);
        SobolOrder backwards = order(7, 9, 3);
        SobolOrder other = order(7, 9, 4);
        int differing = 0;
        for (int i = 0; i < 100; i++) {
            assertThat(backwards.stimulus(99 - i)).isEqualTo(order(7, 9, 3).stimulus(99 - i));
            assertThat(forwards.stimulus(i)).isEqualTo(order(7, 9, 3).stimulus(i));
            differing += Arrays.equals(forwards.stimulus(i), other.stimulus(i)) ? 0 : 1;
        }
        assertThat(differing).isGreaterThan(80);
    }

    /** The first trial's level over 4,000 seeds: Pearson's statistic, beyond 29.9 with probability 1e-4 (7 df). */
    @Test
    void theShiftMakesEveryLevelEquallyLikelyAtAnyPlace() {
        int[] observed = new int[8];
        for (long seed = 0; seed < 4000; seed++) {
            observed[(int) order(8, 1, seed).stimulus(0)[0]]++;
        }
        assertThat(Arrays.stream(observed).mapToDouble(n -> (n - 500.0) * (n - 500.0) / 500).sum())
                .isLessThan(29.9);
    }

    @Test
    void levelsThatDoNotMakeTheCandidatesAreRefused() {
        assertThatThrownBy(() -> new SobolOrder(product(2, 3), new int[]{2, 2}, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "levels: they have 4 combinations and must have as many as there are candidates (6)");
    }
}
