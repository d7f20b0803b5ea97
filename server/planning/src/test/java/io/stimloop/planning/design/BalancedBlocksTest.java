package io.stimloop.planning.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BalancedBlocksTest {
    private static final double[][] SIXTEEN = rows(16);

    @Test
    void everyBlockHoldsEveryCandidateOnce() {
        for (long seed = 0; seed < 20; seed++) {
            BalancedBlocks blocks = new BalancedBlocks(SIXTEEN, seed);
            for (int block = 0; block < 10; block++) {
                int[] sorted = IntStream.of(block(blocks, block, 16)).sorted().toArray();
                assertThat(sorted).as("seed %d, block %d", seed, block)
                        .isEqualTo(IntStream.range(0, 16).toArray());
            }
        }
    }

    @Test
    void aStimulusDependsOnSeedAndPositionOnly() {
        BalancedBlocks forwards = new BalancedBlocks(SIXTEEN, 7);
        int[] sequence = IntStream.range(0, 160).map(i -> index(forwards, i)).toArray();
        BalancedBlocks backwards = new BalancedBlocks(SIXTEEN, 7);
        for (int position = 159; position >= 0; position--) {
            assertThat(index(backwards, position)).as("position %d", position)
                    .isEqualTo(sequence[position]);
            assertThat(index(backwards, position)).as("position %d asked again", position)
                    .isEqualTo(sequence[position]);
        }
    }

    @Test
    void blocksAndSeedsDiffer() {
        BalancedBlocks blocks = new BalancedBlocks(SIXTEEN, 7);
        int[] first = block(blocks, 0, 16);
        assertThat(block(blocks, 1, 16)).isNotEqualTo(first);
        assertThat(block(new BalancedBlocks(SIXTEEN, 8), 0, 16)).isNotEqualTo(first);
    }

    /** Pearson's statistic of 6 orders over 6,000 blocks; beyond 25.7 with probability 1e-4 (5 df). */
    @Test
    void everyOrderOfABlockIsEquallyLikely() {
        BalancedBlocks blocks = new BalancedBlocks(rows(3), 11);
        Map<String, Integer> observed = new HashMap<>();
        for (int block = 0; block < 6000; block++) {
            int[] order = block(blocks, block, 3);
            observed.merge(order[0] + " " + order[1] + " " + order[2], 1, Integer::sum);
        }
        assertThat(observed).hasSize(6);
        double statistic = observed.values().stream().mapToDouble(n -> (n - 1000.0) * (n - 1000.0) / 1000)
                .sum();
        assertThat(statistic).isLessThan(25.7);
    }

    @Test
    void aDesignOfNothingIsRefused() {
        assertThatThrownBy(() -> new BalancedBlocks(new double[0][], 1))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("at least one");
    }

    private static int[] block(Design design, int block, int size) {
        return IntStream.range(0, size).map(i -> index(design, (long) block * size + i)).toArray();
    }

    private static int index(Design design, long position) {
        return (int) design.stimulus(position)[0];
    }

    private static double[][] rows(int size) {
        return IntStream.range(0, size).mapToObj(i -> new double[]{i}).toArray(double[][]::new);
    }
}
