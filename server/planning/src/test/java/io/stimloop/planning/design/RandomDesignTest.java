package io.stimloop.planning.design;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RandomDesignTest {
    private static final int SIZE = 10;
    private static final double[][] CANDIDATES = IntStream.range(0, SIZE).mapToObj(i -> new double[]{i})
            .toArray(double[][]::new);

    /** Pearson's statistic over 10,000 draws; beyond 33.7 with probability 1e-4 (9 df). */
    @Test
    void everyCandidateIsEquallyLikely() {
        int[] observed = new int[SIZE];
        RandomDesign design = new RandomDesign(CANDIDATES, 3);
        IntStream.range(0, 10_000).forEach(i -> observed[index(design, i)]++);
        double statistic = IntStream.of(observed).mapToDouble(n -> (n - 1000.0) * (n - 1000.0) / 1000).sum();
        assertThat(statistic).isLessThan(33.7);
    }

    /** Pearson's statistic of 10,000 neighbouring pairs; beyond 160 with probability 1e-4 (99 df). */
    @Test
    void neighbouringDrawsAreIndependent() {
        int[] observed = new int[SIZE * SIZE];
        RandomDesign design = new RandomDesign(CANDIDATES, 5);
        for (long position = 0; position < 20_000; position += 2) {
            observed[index(design, position) * SIZE + index(design, position + 1)]++;
        }
        double statistic = IntStream.of(observed).mapToDouble(n -> (n - 100.0) * (n - 100.0) / 100).sum();
        assertThat(statistic).isLessThan(160);
    }

    @Test
    void aStimulusDependsOnSeedAndPositionOnly() {
        RandomDesign forwards = new RandomDesign(CANDIDATES, 3);
        int[] sequence = IntStream.range(0, 100).map(i -> index(forwards, i)).toArray();
        RandomDesign again = new RandomDesign(CANDIDATES, 3);
        int[] backwards = IntStream.range(0, 100).map(i -> index(again, 99 - i)).toArray();
        assertThat(IntStream.range(0, 100).map(i -> backwards[99 - i]).toArray()).isEqualTo(sequence);
        RandomDesign other = new RandomDesign(CANDIDATES, 4);
        assertThat(IntStream.range(0, 100).map(i -> index(other, i)).toArray()).isNotEqualTo(sequence);
    }

    private static int index(Design design, long position) {
        return (int) design.stimulus(position)[0];
    }
}
