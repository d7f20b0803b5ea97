package io.stimloop.planning.design;

import io.stimloop.numerics.random.Streams;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Blocks in which every candidate comes exactly once, in an order drawn anew and uniformly for each block.
 * The order of a block depends on the seed and the block's number only. Not thread safe.
 */
public final class BalancedBlocks implements Design {
    /** Keeps these streams apart from those of {@link RandomDesign} of the same seed. */
    private static final long PURPOSE = 0x62616c616e636564L;

    private final double[][] candidates;
    private final long seed;
    private final int[] order;
    private long block = -1;

    /**
     * @param candidates one row per candidate stimulus, at least one; copied
     * @param seed       of the experiment
     */
    public BalancedBlocks(double[][] candidates, long seed) {
        this.candidates = StimulusTable.copyOf(candidates);
        this.seed = seed;
        this.order = new int[candidates.length];
    }

    @Override
    public double[] stimulus(long position) {
        long wanted = Math.floorDiv(position, (long) order.length);
        if (wanted != block) {
            shuffle(wanted);
            block = wanted;
        }
        return candidates[order[Math.floorMod(position, order.length)]];
    }

    @Override
    public int size() {
        return candidates.length;
    }

    /** Fisher and Yates, inside out (Knuth, The Art of Computer Programming 2, 3.4.2, algorithm P). */
    private void shuffle(long wanted) {
        UniformRandomProvider random = Streams.of(seed, wanted, PURPOSE);
        for (int i = 0; i < order.length; i++) {
            int j = random.nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
    }
}
