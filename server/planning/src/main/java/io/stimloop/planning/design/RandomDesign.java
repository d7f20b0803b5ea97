package io.stimloop.planning.design;

import io.stimloop.numerics.random.Streams;

/** At every position a candidate drawn uniformly and independently of all others. */
public final class RandomDesign implements Design {
    /** Keeps these streams apart from those of {@link BalancedBlocks} of the same seed. */
    private static final long PURPOSE = 0x72616e646f6dL;

    private final double[][] candidates;
    private final long seed;

    /**
     * @param candidates one row per candidate stimulus, at least one; copied
     * @param seed       of the experiment
     */
    public RandomDesign(double[][] candidates, long seed) {
        this.candidates = StimulusTable.copyOf(candidates);
        this.seed = seed;
    }

    @Override
    public double[] stimulus(long position) {
        return candidates[Streams.of(seed, position, PURPOSE).nextInt(candidates.length)];
    }

    @Override
    public int size() {
        return candidates.length;
    }
}
